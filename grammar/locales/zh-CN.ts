import type { Locale } from "./locale.ts";

/** Simplified Chinese. States and offload words stay English. */
export const zhCN: Locale = {
  tag: "zh-CN",
  language: "Chinese (Simplified)",
  shortDate: "yyyy/M/d",
  netstatTitle: ["活动连接"],
  netstatHeading: {
    protocol: ["协议"],
    localAddress: ["本地地址"],
    foreignAddress: ["外部地址"],
    state: ["状态"],
    offloadState: ["卸载状态"],
  },
  states: {},
  offloadStates: {},
  globalQuerying: ["查询活动状态..."],
  globalTitle: ["TCP 全局参数"],
  settings: {
    receiveSideScaling: ["接收方缩放状态"],
    // Read in the source of another program, not in a capture; so is the second word for ECN.
    chimneyOffload: ["烟囱卸载状态"],
    receiveWindowAutoTuning: ["接收窗口自动调节级别"],
    addOnCongestionControlProvider: ["加载项拥塞控制提供程序"],
    ecnCapability: ["ECN 功能", "ECN 能力"],
    rfc1323Timestamps: ["RFC 1323 时间戳"],
    initialRto: ["初始 RTO"],
    receiveSegmentCoalescing: ["接收段合并状态"],
    nonSackRttResiliency: ["非 Sack Rtt 复原"],
    maxSynRetransmissions: ["最大 SYN 重新传输次数"],
    fastOpen: ["快速打开"],
    fastOpenFallback: ["快速打开回退"],
    hyStart: ["HyStart"],
    proportionalRateReduction: ["比例费率降低"],
    pacingProfile: ["节奏配置文件"],
  },
  heuristicsTitle: [],
  heuristics: {},
  systemInfo: { hostName: ["主机名"], osName: ["OS 名称"], version: ["OS 版本"] },
  heuristicsFootnote: [],
  messages: {
    requiresElevation: ["请求的操作需要提升(作为管理员运行)", "请求的操作需要提升"],
    registryNotFound: ["错误: 系统找不到指定的注册表项或值。"],
  },
};
