"""A bidirectional LSTM layer over packed sequences, with a compiled recurrence (lstm.c): several times nn.LSTM's speed on a CPU."""

import ctypes
import subprocess
from pathlib import Path

import numpy as np
import torch
from torch import nn

_SOURCE = Path(__file__).with_name("lstm.c")
_BUILD = ["gcc", "-O3", "-march=native", "-ffast-math", "-fopenmp-simd", "-shared", "-fPIC"]


def _load():
    target = Path(__file__).with_name("obj") / "lstm.so"
    if not target.exists() or target.stat().st_mtime < _SOURCE.stat().st_mtime:
        target.parent.mkdir(exist_ok=True)
        subprocess.run([*_BUILD, "-o", str(target), str(_SOURCE), "-l:libopenblas.so.0", "-lmvec", "-lm"], check=True)
    return ctypes.CDLL(str(target))


_library = _load()


def scatter_add(source, index, size):
    """[size, width]: the sums of the rows of source [N, width] that have each index."""
    out = torch.zeros(size, source.shape[1])
    source = source.contiguous()
    _library.scatter_add(ctypes.c_long(len(index)), source.shape[1], _pointer(index), _pointer(source), _pointer(out))
    return out


class _Gather(torch.autograd.Function):
    @staticmethod
    def forward(ctx, table, index):
        ctx.save_for_backward(index)
        ctx.size = len(table)
        return table.index_select(0, index)

    @staticmethod
    def backward(ctx, grad):
        return scatter_add(grad, ctx.saved_tensors[0], ctx.size), None


class _SumByGroup(torch.autograd.Function):
    @staticmethod
    def forward(ctx, rows, index, size):
        ctx.save_for_backward(index)
        return scatter_add(rows, index, size)

    @staticmethod
    def backward(ctx, grad):
        return grad.index_select(0, ctx.saved_tensors[0]), None, None


gather = _Gather.apply              # table [U, W], index [N] -> [N, W]
sum_by_group = _SumByGroup.apply    # rows [N, W], index [N], size -> [size, W]


def _pointer(tensor):
    assert tensor.is_contiguous()
    return ctypes.c_void_p(tensor.data_ptr())


_tapes = {}


def mask(rate, *shape):
    """A dropout mask, cut at a random place from a tape of random draws: drawing anew costs more than a matrix product."""
    if rate not in _tapes:
        _tapes[rate] = torch.empty(1 << 22).bernoulli_(1 - rate) / (1 - rate)
    size = int(np.prod(shape))
    start = int(torch.randint(0, len(_tapes[rate]) - size, (1,)))
    return _tapes[rate][start: start + size].view(shape)


def forget_masks():
    """Lets go of the tapes, so that a training draws its own whatever ran before it in the process."""
    _tapes.clear()


def tape_dropout(x, rate):
    return x * mask(rate, *x.shape)


class Packing:
    """Sequences of the given lengths (non-increasing), packed by time."""

    def __init__(self, lengths):
        lengths = np.asarray(lengths)
        steps = int(lengths[0])
        batch = (lengths[None, :] > np.arange(steps)[:, None]).sum(axis=1)
        self.batch = batch.astype(np.int32)
        self.offset = np.concatenate([[0], np.cumsum(batch)[:-1]]).astype(np.int32)
        self.rows = int(batch.sum())
        self.lengths = lengths
        self.steps = (steps, ctypes.c_void_p(self.batch.ctypes.data), ctypes.c_void_p(self.offset.ctypes.data))     # for lstm.c
        self.sequence = torch.from_numpy(np.concatenate([np.arange(b) for b in batch]))     # of every row
        self._before = {}

    def positions(self, sequence):
        """Packed rows of one sequence, in time order."""
        return self.offset[: self.lengths[sequence]] + sequence

    def before(self, reverse):
        """For every packed row the row of the state it continues; `rows` (a row of zeros) where it starts."""
        if reverse not in self._before:
            self._before[reverse] = self._find_before(reverse)
        return self._before[reverse]

    def _find_before(self, reverse):
        steps = len(self.batch)
        out = np.full(self.rows, self.rows, dtype=np.int64)
        for t in range(steps):
            b = t + 1 if reverse else t - 1
            if 0 <= b < steps:
                n = min(self.batch[t], self.batch[b])
                out[self.offset[t]: self.offset[t] + n] = self.offset[b] + np.arange(n)
        return torch.from_numpy(out)


class _Recurrence(torch.autograd.Function):
    """projected [N, 8H], recurrent weights of both directions -> hidden [N, 2H]."""

    @staticmethod
    def forward(ctx, projected, ahead, back, packing):
        hidden = ahead.shape[0]
        gates = projected.detach().clone()
        states, out = torch.empty(packing.rows, 2 * hidden), torch.empty(packing.rows, 2 * hidden)
        for reverse, recurrent in enumerate((ahead, back)):
            _library.lstm_forward(*packing.steps, hidden, reverse, _pointer(gates), _pointer(recurrent), _pointer(states),
                                  _pointer(out))
        ctx.save_for_backward(gates, ahead, back, states, out)
        ctx.packing = packing
        return out

    @staticmethod
    def backward(ctx, grad):
        gates, ahead, back, states, out = ctx.saved_tensors
        packing, hidden = ctx.packing, ahead.shape[0]
        grad = grad.clone().contiguous()
        dgates, carry = torch.empty_like(gates), torch.zeros_like(states)
        padded = torch.cat([out, out.new_zeros(1, out.shape[1])])
        drecurrent = []
        for reverse, recurrent in enumerate((ahead, back)):
            _library.lstm_backward(*packing.steps, hidden, reverse, _pointer(gates), _pointer(recurrent), _pointer(states),
                                   _pointer(grad), _pointer(dgates), _pointer(carry))
            past = padded[:, hidden * reverse: hidden * (reverse + 1)].index_select(0, packing.before(reverse))
            drecurrent.append(past.t() @ dgates[:, 4 * hidden * reverse: 4 * hidden * (reverse + 1)])
        return dgates, *drecurrent, None


class BiLstm(nn.Module):
    """Input [N, D] packed rows (or rows of word types with an index) to [N, 2H]: forward states, then backward states."""

    def __init__(self, inputs, hidden):
        super().__init__()
        bound = hidden ** -0.5
        self.hidden = hidden
        self.input = nn.Parameter(nn.init.xavier_uniform_(torch.empty(inputs, 8 * hidden), gain=1.0))
        self.bias = nn.Parameter(torch.zeros(8 * hidden))
        self.recurrent = nn.ParameterList(
            [nn.Parameter(nn.init.uniform_(torch.empty(hidden, 4 * hidden), -bound, bound)) for _ in range(2)])
        with torch.no_grad():       # forget gates start open
            self.bias[hidden: 2 * hidden] = 1
            self.bias[5 * hidden: 6 * hidden] = 1

    def forward(self, x, packing, index=None, recurrent_dropout=0.0):
        projected = x @ self.input + self.bias
        if index is not None:
            projected = gather(projected, index)
        weights = list(self.recurrent)
        if recurrent_dropout and self.training:
            weights = [tape_dropout(w, recurrent_dropout) for w in weights]
        return _Recurrence.apply(projected, *weights, packing)
