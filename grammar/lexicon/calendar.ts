import P from "parsimmon";
import { token } from "./lexemes.ts";

/** The names of days and months in one language, whole and cut short, without dots. Sunday and January come first. */
interface Calendar {
  readonly weekdays: string;
  readonly months: string;
}

/** A bar stands between two days, a blank between two names of one day. */
const calendars: readonly Calendar[] = [
  // en
  {
    weekdays: "sunday sun|monday mon|tuesday tue|wednesday wed|thursday thu|friday fri|saturday sat",
    months:
      "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec",
  },
  // de
  {
    weekdays: "sonntag so|montag mo|dienstag di|mittwoch mi|donnerstag do|freitag fr|samstag sonnabend sa",
    months:
      "januar jänner jan|februar feb|märz mrz|april apr|mai|juni jun|juli jul|august aug|september sep|oktober okt|november nov|dezember dez",
  },
  // fr
  {
    weekdays: "dimanche dim|lundi lun|mardi mar|mercredi mer|jeudi jeu|vendredi ven|samedi sam",
    months:
      "janvier janv|février févr|mars|avril avr|mai|juin|juillet juil|août|septembre sept|octobre oct|novembre nov|décembre déc",
  },
  // es
  {
    weekdays: "domingo dom|lunes lun|martes mar|miércoles mié|jueves jue|viernes vie|sábado sáb",
    months:
      "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre sep sept|octubre oct|noviembre nov|diciembre dic",
  },
  // it
  {
    weekdays: "domenica dom|lunedì lun|martedì mar|mercoledì mer|giovedì gio|venerdì ven|sabato sab",
    months:
      "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago|settembre set|ottobre ott|novembre nov|dicembre dic",
  },
  // pt
  {
    weekdays:
      "domingo dom|segunda-feira segunda seg|terça-feira terça ter|quarta-feira quarta qua|quinta-feira quinta qui|sexta-feira sexta sex|sábado sáb",
    months:
      "janeiro jan|fevereiro fev|março mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|outubro out|novembro nov|dezembro dez",
  },
  // nl
  {
    weekdays: "zondag zo|maandag ma|dinsdag di|woensdag wo|donderdag do|vrijdag vr|zaterdag za",
    months:
      "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sep|oktober okt|november nov|december dec",
  },
  // sv, da, nb
  {
    weekdays:
      "söndag søndag sön søn|måndag mandag mån man|tisdag tirsdag tis tir|onsdag ons|torsdag tors tor|fredag fre|lördag lørdag lör lør",
    months:
      "januari januar jan|februari februar feb|mars marts mar|april apr|maj mai|juni jun|juli jul|augusti august aug|september sep|oktober okt|november nov|december desember dec des",
  },
  // fi
  {
    weekdays: "sunnuntai su|maanantai ma|tiistai ti|keskiviikko ke|torstai to|perjantai pe|lauantai la",
    months:
      "tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta",
  },
  // ru
  {
    weekdays: "воскресенье вс|понедельник пн|вторник вт|среда ср|четверг чт|пятница пт|суббота сб",
    months:
      "января янв|февраля фев|марта мар|апреля апр|мая май|июня июн|июля июл|августа авг|сентября сен|октября окт|ноября ноя|декабря дек",
  },
  // pl
  {
    weekdays: "niedziela niedz|poniedziałek pon|wtorek wt|środa śr|czwartek czw|piątek pt|sobota sob",
    months:
      "stycznia sty|lutego lut|marca mar|kwietnia kwi|maja maj|czerwca cze|lipca lip|sierpnia sie|września wrz|października paź|listopada lis|grudnia gru",
  },
  // cs
  {
    weekdays: "neděle ne|pondělí po|úterý út|středa st|čtvrtek čt|pátek pá|sobota so",
    months: "ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince",
  },
  // hu
  {
    weekdays: "vasárnap|hétfő|kedd|szerda sze|csütörtök cs|péntek|szombat szo",
    months:
      "január jan|február febr|március márc|április ápr|május máj|június jún|július júl|augusztus aug|szeptember szept|október okt|november nov|december dec",
  },
  // tr
  {
    weekdays: "pazar paz|pazartesi pzt|salı sal|çarşamba çar|perşembe per|cuma cum|cumartesi cmt",
    months:
      "ocak oca|şubat şub|mart mar|nisan nis|mayıs may|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki|kasım kas|aralık ara",
  },
  // ja
  { weekdays: "日曜日 日|月曜日 月|火曜日 火|水曜日 水|木曜日 木|金曜日 金|土曜日 土", months: "" },
  // zh
  {
    weekdays:
      "星期日 星期天 周日 週日|星期一 周一 週一|星期二 周二 週二|星期三 周三 週三|星期四 周四 週四|星期五 周五 週五|星期六 周六 週六",
    months: "",
  },
  // ko
  { weekdays: "일요일 일|월요일 월|화요일 화|수요일 수|목요일 목|금요일 금|토요일 토", months: "" },
];

const weekdays = numbersBy(calendars.map((calendar) => calendar.weekdays));
const months = numbersBy(calendars.map((calendar) => calendar.months));

const word = token(() => /\p{L}[\p{L}\p{M}]{0,20}(?:-\p{L}{1,10})?/u);

/** A weekday by its name, from 0 for Sunday. In different languages one name may be of different days. */
export const weekday: P.Parser<ReadonlySet<number>> = named(weekdays).desc("a weekday");

/** A month by its name, from 1. */
export const month: P.Parser<number> = named(months)
  .map((found) => Math.min(...found) + 1)
  .desc("a month");

function named(names: ReadonlyMap<string, ReadonlySet<number>>): P.Parser<ReadonlySet<number>> {
  return word.skip(P.regexp(/\.?/)).chain((printed) => {
    const found = names.get(printed.normalize("NFC").toLowerCase());
    return found === undefined ? P.fail("a name of the calendar") : P.of(found);
  });
}

function numbersBy(lists: readonly string[]): ReadonlyMap<string, ReadonlySet<number>> {
  const numbers = new Map<string, Set<number>>();
  for (const list of lists) {
    for (const [at, names] of list.split("|").entries()) {
      for (const name of names.split(" ").filter((one) => one !== ""))
        numbers.set(name, (numbers.get(name) ?? new Set()).add(at));
    }
  }
  return numbers;
}
