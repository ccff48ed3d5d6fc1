/* One direction of an LSTM over packed sequences, forward and backward. Built by lstm.py.
 *
 * Rows are packed by time: step t holds batch[t] rows, batch is non-increasing (longest sequence first), so the rows of the
 * sequences that still run are always the first ones. reverse = 1 walks from the last step to the first.
 * Gate order i, f, g, o in blocks of H columns. */
#include <math.h>
#include <string.h>

enum { ROW_MAJOR = 101, PLAIN = 111, TRANSPOSED = 112 };
void cblas_sgemm(int, int, int, int, int, int, float, const float *, int, const float *, int, float, float *, int);

/* Clamped: with -ffast-math 1 / (1 + infinity) is not a number. */
static float sigmoid(float x) { return 1.0f / (1.0f + expf(-fminf(fmaxf(x, -40.0f), 40.0f))); }
static float hyperbolic(float x) { return 2.0f * sigmoid(2.0f * x) - 1.0f; }

/* target[index[r]] += source[r] for rows of the given width. */
void scatter_add(long rows, int width, const long *index, const float *source, float *target)
{
    for (long r = 0; r < rows; r++) {
        const float *restrict from = source + r * width;
        float *restrict to = target + index[r] * width;
#pragma omp simd
        for (int j = 0; j < width; j++) to[j] += from[j];
    }
}

/* gates: in x·W + b [N, 8H], out the activated gates; states, hidden: out [N, 2H]; recurrent [H, 4H]. The arrays hold the
 * forward direction in the left half of their columns and the backward one in the right half: reverse chooses. */
void lstm_forward(int steps, const int *batch, const int *offset, int H, int reverse, float *gates, const float *recurrent,
                  float *states, float *hidden)
{
    gates += reverse ? 4 * H : 0, states += reverse ? H : 0, hidden += reverse ? H : 0;
    for (int k = 0; k < steps; k++) {
        int t = reverse ? steps - 1 - k : k, before = reverse ? t + 1 : t - 1;
        int running = k == 0 ? 0 : batch[before] < batch[t] ? batch[before] : batch[t];
        if (running)
            cblas_sgemm(ROW_MAJOR, PLAIN, PLAIN, running, 4 * H, H, 1, hidden + (long)offset[before] * 2 * H, 2 * H, recurrent,
                        4 * H, 1, gates + (long)offset[t] * 8 * H, 8 * H);
        for (int r = 0; r < batch[t]; r++) {
            long row = offset[t] + r, earlier = offset[r < running ? before : t] + r;
            float *restrict zi = gates + row * 8 * H, *restrict zf = zi + H, *restrict zg = zf + H, *restrict zo = zg + H;
            float *restrict c = states + row * 2 * H, *restrict h = hidden + row * 2 * H;
            const float *restrict past = states + earlier * 2 * H;
            float carried = r < running;
            if (carried == 0) memset(c, 0, sizeof(float) * H);
#pragma omp simd
            for (int j = 0; j < H; j++) {
                zi[j] = sigmoid(zi[j]);
                zf[j] = sigmoid(zf[j]);
                zg[j] = hyperbolic(zg[j]);
                zo[j] = sigmoid(zo[j]);
                c[j] = zf[j] * (carried * past[j]) + zi[j] * zg[j];
                h[j] = zo[j] * hyperbolic(c[j]);
            }
        }
    }
}

/* grad: in the loss's gradient for hidden [N, 2H], overwritten; dgates: out [N, 8H]; carry: zeroed scratch [N, 2H]. */
void lstm_backward(int steps, const int *batch, const int *offset, int H, int reverse, const float *gates, const float *recurrent,
                   const float *states, float *grad, float *dgates, float *carry)
{
    gates += reverse ? 4 * H : 0, dgates += reverse ? 4 * H : 0;
    states += reverse ? H : 0, grad += reverse ? H : 0, carry += reverse ? H : 0;
    for (int k = steps - 1; k >= 0; k--) {
        int t = reverse ? steps - 1 - k : k, before = reverse ? t + 1 : t - 1;
        int running = k == 0 ? 0 : batch[before] < batch[t] ? batch[before] : batch[t];
        for (int r = 0; r < batch[t]; r++) {
            long row = offset[t] + r, earlier = offset[r < running ? before : t] + r;
            const float *restrict i = gates + row * 8 * H, *restrict f = i + H, *restrict g = f + H, *restrict o = g + H;
            const float *restrict c = states + row * 2 * H, *restrict past = states + earlier * 2 * H;
            const float *restrict dh = grad + row * 2 * H;
            float *restrict d = dgates + row * 8 * H, *restrict dc = carry + row * 2 * H, *restrict dpast = carry + earlier * 2 * H;
            float carried = r < running;
#pragma omp simd
            for (int j = 0; j < H; j++) {
                float tc = hyperbolic(c[j]);
                float s = dc[j] + dh[j] * o[j] * (1 - tc * tc);
                d[j] = s * g[j] * i[j] * (1 - i[j]);
                d[H + j] = s * carried * past[j] * f[j] * (1 - f[j]);
                d[2 * H + j] = s * i[j] * (1 - g[j] * g[j]);
                d[3 * H + j] = dh[j] * tc * o[j] * (1 - o[j]);
                if (carried != 0) dpast[j] = s * f[j];
            }
        }
        if (running)
            cblas_sgemm(ROW_MAJOR, PLAIN, TRANSPOSED, running, H, 4 * H, 1, dgates + (long)offset[t] * 8 * H, 8 * H, recurrent,
                        4 * H, 1, grad + (long)offset[before] * 2 * H, 2 * H);
    }
}
