#!/bin/sh
# Eight tasks of a job array share the bundles of a folder among them:
#   sbatch --array=1-8 slurm-array.sh /share/bundles /share/results
# and, when all have ended (sbatch --dependency=afterany:JOB):
#   chimneysweep merge /share/results/*/rollup.json -o /share/results/all/
#SBATCH --job-name=chimneysweep
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=04:00:00
set -u
exec chimneysweep batch "$1" -o "$2/$SLURM_ARRAY_TASK_ID" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --workers "${SLURM_CPUS_PER_TASK:-2}" --quiet
