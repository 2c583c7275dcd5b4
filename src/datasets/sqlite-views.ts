/** A view or an index, and the table that it needs. */
interface Definition {
  readonly of: string;
  readonly sql: string;
}

/** What most questions look rows up by. */
export const indexes: readonly Definition[] = [
  { of: "connections", sql: "CREATE INDEX connections_by_host ON connections (host, class, offload_state)" },
  { of: "settings", sql: "CREATE INDEX settings_by_setting ON settings (setting, value)" },
  { of: "summary", sql: "CREATE INDEX summary_by_host ON summary (host)" },
  { of: "findings", sql: "CREATE INDEX findings_by_rule ON findings (rule, kind)" },
];

/** Answers that are asked for again and again. SQLite keeps the text with its comments: `.schema hosts` shows it. */
export const views: readonly Definition[] = [
  {
    of: "summary",
    sql: `CREATE VIEW hosts AS
-- One row a host, worst first: its Windows, settings, share of offloaded connections, verdict and numbers of findings.
SELECT host, os, verdict, chimneyOffload AS chimney, receiveSideScaling AS rss,
  eligible_offloaded, eligible_total, eligible_ratio, errors, warnings, infos, first_source
FROM summary
ORDER BY errors DESC, warnings DESC, eligible_ratio, host, first_source`,
  },
  {
    of: "findings",
    sql: `CREATE VIEW failing_rules AS
-- One row a rule that some host fails: how many hosts, and what it says of one of them.
SELECT rule, severity, count(*) AS findings, count(DISTINCT ifnull(host, '')) AS hosts, min(message) AS example
FROM findings
WHERE kind = 'fail'
GROUP BY rule, severity
ORDER BY CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, hosts DESC, rule`,
  },
  {
    of: "settings",
    sql: `CREATE VIEW setting_values AS
-- One row a setting and value: on how many hosts it was captured. A label that is not known has no setting.
SELECT setting, value, count(DISTINCT ifnull(host, '')) AS hosts, count(*) AS lines
FROM settings
WHERE setting IS NOT NULL
GROUP BY setting, value
ORDER BY setting, hosts DESC, value`,
  },
  {
    of: "connections",
    sql: `CREATE VIEW connections_by_port AS
-- One row a host and local port: its eligible connections in all its tables of netstat, and how many are offloaded.
SELECT host, local_port, count(DISTINCT source || ':' || snapshot) AS tables, count(*) AS eligible,
  sum(offload_state = 'offloaded') AS offloaded,
  round(1.0 * sum(offload_state = 'offloaded') / count(*), 4) AS ratio
FROM connections
WHERE class = 'eligible'
GROUP BY host, local_port
ORDER BY eligible DESC, host, local_port`,
  },
  {
    of: "adapters",
    sql: `CREATE VIEW drivers AS
-- One row a driver of network adapters: on how many hosts it was captured, and how many of their connections are offloaded.
SELECT description, driver_version, count(*) AS hosts, sum(eligible_total) AS eligible,
  sum(eligible_offloaded) AS offloaded,
  round(1.0 * sum(eligible_offloaded) / nullif(sum(eligible_total), 0), 4) AS ratio
FROM (SELECT DISTINCT host, description, driver_version FROM adapters WHERE driver_version IS NOT NULL) AS used
JOIN summary ON summary.host IS used.host
GROUP BY description, driver_version
ORDER BY hosts DESC, description, driver_version`,
  },
];
