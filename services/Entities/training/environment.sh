# Sourced before training: one thread, and the matrix kernels that suit the processor (OpenBLAS 0.3.21 does not know recent ones).
if grep -q avx512f /proc/cpuinfo; then OPENBLAS_CORETYPE=SkylakeX; else OPENBLAS_CORETYPE=Haswell; fi
export OPENBLAS_CORETYPE OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
