using System.Buffers;
using CiAnon.Diagnostics;
using CiAnon.Dumps.Streams;
using ZstdSharp.Unsafe;

namespace CiAnon.Dumps.Compressing;

/// <summary>
/// Decompresses one frame of zstd, which must end where its source ends: pg_restore drops what follows a frame without a word, so
/// that nothing may; the library's own streams go on with the next frame. Source: RFC 8878; compress_zstd.c.
/// </summary>
/// <param name="source">Disposed with the stream.</param>
/// <param name="mayBeEmpty">No byte at all is nothing, not a frame that is cut: the chunks of a large object, which say so themselves where they may not.</param>
internal sealed unsafe class ZstdBlockStream(Stream source, bool mayBeEmpty, Func<string, Exception?, CiAnonException> corrupt) : ReadOnlyStream
{
    private const int InputSize = 1 << 16;

    private readonly ZSTD_DCtx_s* _frame = Methods.ZSTD_createDCtx();
    private byte[] _input = ArrayPool<byte>.Shared.Rent(InputSize);
    private int _start;
    private int _end;
    private bool _begun;
    private bool _finished;

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_input.Length == 0, this);
        if (buffer.IsEmpty) return 0;
        while (!_finished)
        {
            var count = Decompress(buffer, out var isMoreNeeded);
            if (count > 0) return count;
            if (!_finished && isMoreNeeded) Fill();
        }
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _input.Length > 0)
        {
            _ = Methods.ZSTD_freeDCtx(_frame);
            source.Dispose();
            ArrayPool<byte>.Shared.Return(_input);
            _input = [];
        }
        base.Dispose(disposing);
    }

    private int Decompress(Span<byte> buffer, out bool isMoreNeeded)
    {
        fixed (byte* from = _input)
        fixed (byte* to = buffer)
        {
            var input = new ZSTD_inBuffer_s { src = from, pos = (nuint)_start, size = (nuint)_end };
            var output = new ZSTD_outBuffer_s { dst = to, size = (nuint)buffer.Length };
            var left = Methods.ZSTD_decompressStream(_frame, &output, &input);
            if (Methods.ZSTD_isError(left)) throw corrupt("the compressed data is wrong", null);
            _start = (int)input.pos;
            isMoreNeeded = output.pos < output.size;
            if (left == 0 && _begun) Finish();
            return (int)output.pos;
        }
    }

    private void Fill()
    {
        _start = 0;
        _end = source.Read(_input, 0, InputSize);
        if (_end > 0)
        {
            _begun = true;
            return;
        }
        if (_begun || !mayBeEmpty) throw corrupt("the compressed data ends too early", null);
        _finished = true;
    }

    private void Finish()
    {
        _finished = true;
        if (_start < _end || source.Read(_input, 0, 1) > 0) throw corrupt("bytes follow the compressed data", null);
    }
}
