import { wordList } from "../lexicon/word-list.ts";
import { locales } from "../locales/index.ts";

/** Labels behind which the name of the host stands, in the languages of scripts and people; in lower case. */
export const hostLabels: ReadonlySet<string> = new Set([
  ...wordList(`
    server | servername | server name | host | hostname | host name | computer | computername | computer name | machine
    machinename | machine name | machine id | instancename | instance name | minion | node | nodename | node name | system name | systemname | nom du système | nombre del sistema | nome do sistema | nome sistema | имя системы | 系统名称 | 系統名稱 | システム名 | 시스템 이름 | csname | __server
    dnshostname | dns host name | netbios name | target | target host | target server | full computer name | fqdn
    vm | vm name | vmname | virtual machine | instance | instance name | instanceid | device | device name | remote host | remote computer
    rechner | rechnername | zielrechner | knoten | vollständiger computername
    serveur | nom du serveur | hôte | nom d'hôte | nom de l'hôte | ordinateur | nom de l'ordinateur | noeud | nœud
    servidor | nombre del servidor | equipo | nombre del equipo | nombre de equipo | nombre de host | nodo
    nome do servidor | computador | nome do computador | nome do host | máquina | nome server | nome computer | nome host
    computernaam | servernaam | datornamn | computernavn | serwer | nazwa komputera | nazwa serwera | nazwa hosta
    сервер | имя сервера | компьютер | имя компьютера | узел | имя узла | хост
    服务器 | 服务器名 | 服务器名称 | 主机 | 主机名 | 计算机 | 计算机名 | 计算机名称 | 伺服器 | 主機 | 主機名稱 | 電腦名稱
    サーバー | サーバ | サーバー名 | サーバ名 | ホスト | ホスト名 | コンピューター名 | コンピュータ名 | マシン名
    hostnaam | servernamn | värd | värdnamn | dator | maskin | maskinnavn | vertsnavn | værtsnavn
    palvelin | palvelimen nimi | tietokone | tietokoneen nimi | isäntänimi | komputer | host serwera
    název počítače | počítač | název serveru | název hostitele | hostitel | názov počítača | názov servera
    kiszolgáló | kiszolgáló neve | számítógép | számítógép neve | számítógépnév | gépnév | gazdanév | állomásnév
    sunucu | sunucu adı | bilgisayar | bilgisayar adı | makine | makine adı | ana bilgisayar adı
    calculator | nume calculator | nume server | nume gazdă | strežnik | ime strežnika | računalnik | ime računalnika
    poslužitelj | računalo | ime računala | naziv računala | διακομιστής | υπολογιστής | όνομα υπολογιστή | όνομα διακομιστή
    ім'я сервера | комп'ютер | ім'я комп'ютера | вузол | ім'я вузла | сървър | име на сървъра | компютър | име на компютъра
    שרת | שם השרת | מחשב | שם המחשב | الخادم | اسم الخادم | الكمبيوتر | اسم الكمبيوتر | اسم المضيف
    서버 | 서버 이름 | 서버명 | 호스트 | 호스트 이름 | 호스트명 | 컴퓨터 이름 | 컴퓨터명
  `),
  ...locales
    .flatMap(({ systemInfo, ipConfig }) => [...(systemInfo?.hostName ?? []), ...(ipConfig?.hostName ?? [])])
    .map(folded),
]);

/**
 * What outputs have that name the host and are no capture: of `set` and `net config`. Like the `words` of a grammar:
 * a file without any of them need not be read.
 */
export const markerWords = ["number_of_processors=", "full computer name", "netbt_tcpip", "netbiossmb"] as const;

/** Labels, or ends of labels, behind which the time of the captures stands. */
export const timeLabels: ReadonlySet<string> = new Set(
  wordList(`
    time | date | datetime | localdatetime | local date time | date time | date/time | date and time | time and date | now | timestamp | time stamp | when | taken
    taken at | captured | captured at | captured on | collected | collected at | collected on | generated | generated at
    generated on | started | started at | start | run at | run on | created | created at | created on | recorded | exported
    datum | uhrzeit | zeit | zeitpunkt | startzeit | zeitstempel | erstellt | erstellt am | aufgenommen | aufgenommen am
    heure | date du jour | heure actuelle | date actuelle | fecha actual | hora actual | data corrente | ora corrente
    data atual | hora atual | 当前日期 | 当前时间 | 目前日期 | 目前時間 | 現在の日付 | 現在の時刻
    heure | date et heure | horodatage | début | fecha | hora | fecha y hora | data | data e hora | ora | data e ora
    tijd | datum en tijd | starttijd | czas | godzina | data i godzina | tid | klokkeslett
    дата | время | дата и время | начало | время начала | 日期 | 时间 | 日期和时间 | 日期时间 | 時間 | 開始時間 | 开始时间
    日付 | 日時 | 時刻 | 取得日時 | 開始時刻 | 날짜 | 시간 | 일시 | 시작 시간
  `),
);

/** Words with which a label speaks of another time than that of the captures. */
export const otherTimes: ReadonlySet<string> = new Set(
  wordList(`
    boot | reboot | install | installed | installation | lease | obtained | expires | expire | expiry | driver | modified
    update | updated | up | uptime | bios | release | released | build | built | changed | logon | login | end | due | born
    sync | synchronization | synchronisation | synchronisierung | sincronización
    patch | hotfix | certificate | valid | renewed | warranty | purchase | purchased
  `),
);

/** Words between a label and what it says: "The current date is:". */
export const copulas: ReadonlySet<string> = new Set(wordList("is ist est es è é"));

/** A label as it is looked up. */
export function folded(label: string): string {
  return label.normalize("NFKC").trim().toLowerCase().replaceAll("’", "'");
}
