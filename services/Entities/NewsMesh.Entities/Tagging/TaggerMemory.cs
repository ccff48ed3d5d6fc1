using NewsMesh.Entities.Decoding;
using NewsMesh.Entities.Numerics;

namespace NewsMesh.Entities.Tagging;

/// <summary>What one call of the tagger writes to; kept for the next call.</summary>
internal sealed class TaggerMemory(TokenBatch batch, NetworkMemory network, BioesDecoder decoder)
{
    private int[] _path = [];
    private int _windows;

    public TokenBatch Batch => batch;

    public NetworkMemory Network => network;

    public BioesDecoder Decoder => decoder;

    public long Footprint => batch.Footprint + network.Footprint;

    public Span<int> Path(int length) => Buffers.Take(ref _path, length);

    /// <summary>Forgets the last call.</summary>
    public void Clear()
    {
        batch.Clear();
        _windows = 0;
    }

    /// <summary>A number that no window of the same batch has.</summary>
    public int NextWindow() => _windows++;
}
