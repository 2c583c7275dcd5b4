import { wordList } from "../lexicon/word-list.ts";

/**
 * Words that head the parts of a capture file in the languages that people write such files in, in lower case: what is
 * captured, when, by which step. A name made of such words and numbers is not taken for one of a host.
 */
export const sectionWords: ReadonlySet<string> = new Set(
  [
    // What is captured.
    "active adapter adapters address addresses advanced all arp autotuning binding bindings bios boot cache capabilities",
    "chimney chimneyapplications chimneyports chimneystats cim config configuration connection connections",
    "cpu dca default dhcp disk domain driver drivers ecn environment env ethernet etc event events firewall forest",
    "global group hardware heuristics hotfix hotfixes hyper icmp info information install interface interfaces",
    "int ip ipconfig ipsec ipv issue kb kernel lan lbfo license list local log logs lso mac mb memory mtu nat nbtstat",
    "net netadapter netdma netsh netstat network networking nic nics nlb offload os output patch patches ping",
    "port ports process processes program programs protocol protocols ps psversion qfe ram reg registry release remote",
    "result results rev role roles route routes routing rsc rss rto rx sc section service services setting",
    "settings share shares show smb snmp software sp stack stat state statistics stats status sys sysinfo system",
    "systeminfo table task tasklist tasks tcp tcpip team teaming test tests time timestamps tracert trace tx udp",
    "update updates uptime user users ver version vlan vmq vms vpn wan wifi win windows winsock wlan wmi wmic ws",
    // When and by which step.
    "after attempt baseline before begin beginning case check cycle date day done during end exit final finish finished",
    "first go initial iteration last later loop main new next now ok old part pass phase post pre problem ready repro",
    "round run sample second snapshot start started step stop stopped summary then third today tomorrow try two one",
    "three four week yesterday complete completed current previous report reports item id no nr num number page",
    // What people say.
    "attention caution critical debug error errors example fail failed failure false fatal fyi help hint important",
    "input log message messages misc name names load na none note notes notice null other overview question questions readme remark",
    "remarks see success tbd thanks the this title todo true unknown usage warn warning warnings yes hello hi dear regards",
    "reboot restart upgrade migration neustart bit isatap teredo",
    "edit change changes fix fixed follow up re to in house non hand over add read write only get tcpv udpv file files",
    "my our self solved",
    "stdout stderr stdin rc msg changed retcode exit_code pid lines",
    "answer abstract appendix chapter contents index introduction",
    // Places.
    "hostname computername domain site prod production staging dev qa uat lab",
    // de
    "abschnitt adresse adressen aktiv aktive alle anfang ausgabe beginn bericht davor danach dienste ende ergebnis",
    "ergebnisse erste fehler hinweis jetzt letzte nach nachher netzwerk neu problem schritt teil verbindungen",
    "vor vorher warnung zeit zusammenfassung zustand zweite einstellungen",
    // fr
    "actives apres après avant connexions debut début erreur essai etape étape fin journal paramètres partie réseau",
    "résultat résultats services système état",
    // es, pt, it
    "activas antes conexiones conexões configuração configuración configurazione dopo depois después erro errore fase",
    "fim fine inicio início inizio nota paso parte passo prima prueba rede red rete resultado resultados risultati",
    "servicios serviços servizi sistema stato estado connessioni",
    // ru
    "до после начало конец шаг сеть служба службы настройки соединения подключения результат ошибка система сервер",
    // zh, ja, ko
    "之前 之后 前 後 后 变更前 变更后 変更前 変更後 开始 結束 结束 開始 終了 设置 設定 网络 網路 连接 接続 服务 サービス 結果 结果",
    "시작 끝 전 후 설정 연결 결과 서비스 네트워크",
  ].flatMap(wordList),
);

/** What servers are for: with a number, as in `SQL01`, such a word is a name. */
export const roleWords: ReadonlySet<string> = new Set(
  wordList(
    "client cluster computer db dc dns host hyperv machine mail nas node ntp pc print proxy rechner server serveur servidor sql vm web",
  ),
);
