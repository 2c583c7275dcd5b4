import { Buffer } from "node:buffer";

/** The file that is packed in the samples: as netstat prints it. */
export const packedCapture = [
  "C:\\>netstat -nato",
  "",
  "Active Connections",
  "",
  "  Proto  Local Address          Foreign Address        State           PID      Offload State",
  "",
  "  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4536     InHost",
  "  TCP    192.0.2.10:445         198.51.100.7:50013     ESTABLISHED     4536     Offloaded",
  "",
].join("\r\n");

const decoded = (...lines: readonly string[]): Buffer => Buffer.from(lines.join(""), "base64");

/**
 * The capture as other programs pack it, for which there is none among the packages here: alone, in an archive of tar, and
 * as SRV01/netstat.txt in archives of their own. Those of RAR are stored.
 */
export const packedSamples = {
  xz: decoded(
    "/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4AE+AKZdACGOh4Qg+xzP5XKNlco+ZwUS9SNdZdqBf/yeHr9aswnDMrKnfyGYZobSu2oy5yTeZsPzY1",
    "HCI0pVD71yG3P+tqoWRP+3ZtAJEBHLEs5LzO99RUOCDwiBQSfQFfyXNmwl3GTpqBFj8zd4Ct9d+PUgqEEzxAtBPJrsEGmkkTsQNEZZBzpRv/4D",
    "wC4Eg00N6i5LHvLc03lkfpsnsBAdF7FITBMrgy4VfCAAAABpEuJWhfkT5AABwgG/AgAAcMiA5LHEZ/sCAAAAAARZWg==",
  ),
  tarXz: decoded(
    "/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4Cf/AQBdACmUhwOdY/CbwrX/BF8aqSMmluTu8DftwuBZYHut82udf6NrFo7/FI9It7MpMZpdEEsoJ2",
    "1amk/U/Rms7aWQSHckjFlevuDnPbpSOob0hz3aNylOg4HhUwr58I+pvZaMvtv35Xf1RczuU/1+2lIn4WynZaF7RwKlh1fw8KW/LPiEFrjPQ7Ac",
    "TwOvwrrrDcnHke7Iu6NXhTrYfaPNRcCcC/PUGPGKh6XPtNxjrCpmIIegkK4FU7mJzq6i97QJ+a0/55w44tAZahuyOKppFK8dw/1hy9+VPQmwit",
    "qQIgpEQV/3yfNOfMOYYL38Az/1p0wKysM1+O0yenBpF/ykpin27lQAKQ6NhxAGJMsAAZwCgFAAAA7J1FKxxGf7AgAAAAAEWVo=",
  ),
  bzip2: decoded(
    "QlpoOTFBWSZTWebSG9UAAFrfgHeSQAN/8T9kzAQvpZ0AMAC4Q1QNANA0AAAAADAANGmgDJoDQZAaAlTJNTTGiAZMg0GgGhk0iGMiAv83PPyWwj",
    "Bh2OJqnpGyUiPfIx997pSZGSlQhUbhDYIQEwooo0Gmk1jt44XEVm8pEFHClApCQhGVnO20ozlgrRvU8eDMWWm3l6HeSPq3Kd4Hkovd4pVYfOjM",
    "rbJ0+KJ0MRhC3Bi3F5hHjIoB8bxb1sKjkTyF+rdVeFTPYMCFRMfKEBGDyJl/F3JFOFCQ5tIb1Q==",
  ),
  zstandard: decoded(
    "KLUv/QRoDQUAIkkeGGB5AxDTs2qH8YhLrswSZrhql/1FwS54CUCwNfHXJTsZBC0g6ZqohsEuaJhSUuWIctKIJJMWhSJnHKKMQzKZmS0H26p/HF",
    "c9k8X99S/beQ16xPc2uG0Mf1VzitnfQYv5Wvdea2vd4Q691xggAAL/agX++vfbLpniBA8APFMAMBdbOMUJwuFB7nVyghIKk2EAooZxx3C3whOZ",
    "brVnMJ/9mXWd",
  ),
  rar4: decoded(
    "UmFyIRoHAM+QcwAADQAAAAAAAACSXnQAgDEAPwEAAD8BAAACeO6sgQAAISgUMBEAIAAAAFNSVjAxXG5ldHN0YXQudHh0QzpcPm5ldHN0YXQgLW",
    "5hdG8NCg0KQWN0aXZlIENvbm5lY3Rpb25zDQoNCiAgUHJvdG8gIExvY2FsIEFkZHJlc3MgICAgICAgICAgRm9yZWlnbiBBZGRyZXNzICAgICAg",
    "ICBTdGF0ZSAgICAgICAgICAgUElEICAgICAgT2ZmbG9hZCBTdGF0ZQ0KDQogIFRDUCAgICAxOTIuMC4yLjEwOjQ0NSAgICAgICAgIDE5OC41MS",
    "4xMDAuNzo1MDAxMiAgICAgRVNUQUJMSVNIRUQgICAgIDQ1MzYgICAgIEluSG9zdA0KICBUQ1AgICAgMTkyLjAuMi4xMDo0NDUgICAgICAgICAx",
    "OTguNTEuMTAwLjc6NTAwMTMgICAgIEVTVEFCTElTSEVEICAgICA0NTM2ICAgICBPZmZsb2FkZWQNCsQ9ewBABwA=",
  ),
  rar5: decoded(
    "UmFyIRoHAQDFGjMyAwEAANpNr+YgAgK/AgS/AiB47qyBAAARU1JWMDEvbmV0c3RhdC50eHRDOlw+bmV0c3RhdCAtbmF0bw0KDQpBY3RpdmUgQ2",
    "9ubmVjdGlvbnMNCg0KICBQcm90byAgTG9jYWwgQWRkcmVzcyAgICAgICAgICBGb3JlaWduIEFkZHJlc3MgICAgICAgIFN0YXRlICAgICAgICAg",
    "ICBQSUQgICAgICBPZmZsb2FkIFN0YXRlDQoNCiAgVENQICAgIDE5Mi4wLjIuMTA6NDQ1ICAgICAgICAgMTk4LjUxLjEwMC43OjUwMDEyICAgIC",
    "BFU1RBQkxJU0hFRCAgICAgNDUzNiAgICAgSW5Ib3N0DQogIFRDUCAgICAxOTIuMC4yLjEwOjQ0NSAgICAgICAgIDE5OC41MS4xMDAuNzo1MDAx",
    "MyAgICAgRVNUQUJMSVNIRUQgICAgIDQ1MzYgICAgIE9mZmxvYWRlZA0KGbI6NQMFAAA=",
  ),
  zipOfLzma: decoded(
    "UEsDBD8AAgAOAAAAIQB47qyBtQAAAD8BAAARAAAAU1JWMDEvbmV0c3RhdC50eHQJBAUAXQAAgAAAIY6HhCD7HM/lco2Vyj5nBRL1I11l2oF//J",
    "4ev1qzCcMysqd/IZhmhtK7ajLnJN5mw/NjUcIjSlUPvXIbc/62qhZE/7dm0AkQEcsSzkvM731FQ4IPCIFBJ9AV/Jc2bCXcZOmoEWPzN3gK3134",
    "9SCoQTPEC0E8muwQaaSROxA0RlkHOlG//gPALgSDTQ3qLkse8tzTeWR+myewEB0XsUhMEyuDMJu7wmL+2KwgUEsBAj8DPwACAA4AAAAhAHjurI",
    "G1AAAAPwEAABEAAAAAAAAAAAAAAIABAAAAAFNSVjAxL25ldHN0YXQudHh0UEsFBgAAAAABAAEAPwAAAOQAAAAAAA==",
  ),
  zipOfBzip2: decoded(
    "UEsDBC4AAAAMAAAAIQB47qyB3AAAAD8BAAARAAAAU1JWMDEvbmV0c3RhdC50eHRCWmg5MUFZJlNZ5tIb1QAAWt+Ad5JAA3/xP2TMBC+lnQAwAL",
    "hDVA0A0DQAAAAAMAA0aaAMmgNBkBoCVMk1NMaIBkyDQaAaGTSIYyIC/zc8/JbCMGHY4mqekbJSI98jH33ulJkZKVCFRuENghATCiijQaaTWO3j",
    "hcRWbykQUcKUCkJCEZWc7bSjOWCtG9Tx4MxZabeXod5I+rcp3geSi93ilVh86MytsnT4onQxGELcGLcXmEeMigHxvFvWwqORPIX6t1V4VM9gwI",
    "VEx8oQEYPImX8XckU4UJDm0hvVUEsBAi4DLgAAAAwAAAAhAHjurIHcAAAAPwEAABEAAAAAAAAAAAAAAIABAAAAAFNSVjAxL25ldHN0YXQudHh0",
    "UEsFBgAAAAABAAEAPwAAAAsBAAAAAA==",
  ),
} as const;
