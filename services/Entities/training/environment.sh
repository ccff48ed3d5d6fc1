# Sourced before training: one thread, and matrix kernels for a processor with AVX-512 (Haswell: AVX2 alone).
export OPENBLAS_CORETYPE=SkylakeX OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
