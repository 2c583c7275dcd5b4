/** What is typical of a language beyond ASCII: enough to tell its text from text in a wrong code page. */
export interface Alphabet {
  readonly script: "latin" | "cyrillic" | "cjk";
  /**
   * Lower-case letters beyond ASCII, Cyrillic ones by frequency; for Chinese, Japanese and Korean the most frequent
   * characters.
   */
  readonly letters: string;
}

const western: readonly Alphabet[] = [
  { script: "latin", letters: "äöüß" }, // German
  { script: "latin", letters: "éèêëàâçîïôûùüœ" }, // French
  { script: "latin", letters: "áéíóúñü" }, // Spanish
  { script: "latin", letters: "àèéìòù" }, // Italian
  { script: "latin", letters: "áâãàçéêíóôõú" }, // Portuguese
  { script: "latin", letters: "ëéïöèü" }, // Dutch
  { script: "latin", letters: "åäöé" }, // Swedish
  { script: "latin", letters: "æøåé" }, // Danish
];

const central: readonly Alphabet[] = [
  { script: "latin", letters: "ąćęłńóśźż" }, // Polish
  { script: "latin", letters: "áčďéěíňóřšťúůýž" }, // Czech
  { script: "latin", letters: "áäčďéíľňóôšťúýž" }, // Slovak
  { script: "latin", letters: "áéíóöőúüű" }, // Hungarian
  { script: "latin", letters: "ăâîşţ" }, // Romanian
  { script: "latin", letters: "čćđšž" }, // Croatian
  { script: "latin", letters: "äöüß" }, // German
];

const cyrillic: readonly Alphabet[] = [
  { script: "cyrillic", letters: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё" }, // Russian
  { script: "cyrillic", letters: "оаиніетврскулдпмьязгбхчйжшюєїцщфґ" }, // Ukrainian
];

const kana =
  "あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただちつてでとどなにぬねのはばひびふぶへべほぼまみむめもゃやゅゆょよらりるれろわをん" +
  "ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチッツテデトドナニネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロワンー";

const japanese: Alphabet = {
  script: "cjk",
  letters: `${kana}日本国人年大中出三時行見月後前生間上東今金入高分子外下来気小先名半電話校語聞何有効無設定状態接続受信送動自再構成初期最回復機能数全部内容名前場合使用可表示通実`,
};

const simplifiedChinese: Alphabet = {
  script: "cjk",
  letters:
    "的一是不了在有人我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日者意无力与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应向文体相见被利什二等产或新己制身加月话合回特代内信表化老给世位次度门任常先通连接活动协议网络卸载状态设置数据服务器启停查询窗口级别参局址",
};

const traditionalChinese: Alphabet = {
  script: "cjk",
  letters:
    "的一是不了在有人我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日者意無力與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應向文體相見被利什二等產或新己制身加月話合回特代內信表化老給世位次度門任常先通連線協定網路卸載狀態設資料伺服器啟停查詢視窗級別參數局址",
};

const korean: Alphabet = {
  script: "cjk",
  letters:
    "이다는의에을를가고하한지로사어도기아스리대나시인자그해서일정수보부상들적과제전여만라연주결장조구관공동성설용원네트워크활외태프토콜표현재오드은없있되않안모든니습할것및",
};

/** A code page that is guessed. */
export interface GuessedPage {
  readonly page: string;
  /** What it is used for, as an adjective. */
  readonly writing: string;
  readonly alphabets: readonly Alphabet[];
  /** What has to be made up for before it is taken: a single odd letter is no proof of Polish. */
  readonly doubt: number;
}

/**
 * The code pages that are guessed. The order decides between pages that read a text equally well: many bytes mean the
 * same letter in 850, 852 and 437, or in 1252 and 1250.
 */
export const guessedPages: readonly GuessedPage[] = [
  { page: "cp850", writing: "Western European", alphabets: western, doubt: 0 },
  { page: "windows-1252", writing: "Western European", alphabets: western, doubt: 0 },
  { page: "cp437", writing: "Western European", alphabets: western, doubt: 0 },
  { page: "cp852", writing: "Central European", alphabets: central, doubt: 2 },
  { page: "windows-1250", writing: "Central European", alphabets: central, doubt: 2 },
  { page: "cp866", writing: "Cyrillic", alphabets: cyrillic, doubt: 0 },
  { page: "windows-1251", writing: "Cyrillic", alphabets: cyrillic, doubt: 0 },
  { page: "shift_jis", writing: "Japanese", alphabets: [japanese], doubt: 0 },
  { page: "gbk", writing: "simplified Chinese", alphabets: [simplifiedChinese], doubt: 0 },
  { page: "euc-kr", writing: "Korean", alphabets: [korean], doubt: 0 },
  { page: "big5", writing: "traditional Chinese", alphabets: [traditionalChinese], doubt: 0 },
];
