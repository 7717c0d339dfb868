using System.Buffers;
using System.IO.Compression;

namespace SupplyChain.Imports;

/// <summary>
/// What a gzip file holds, to its real end. The framework's decompressor takes a file that was cut off for a complete
/// one; an import would place what is left of it. So a member of our own is read behind the file: where it does not
/// come out at the end as it went in, something before it is broken.
/// </summary>
internal sealed class GzipText : ForwardStream
{
    private const string Broken =
        "The gzip file is cut off or damaged. Compress it again, or send the CSV file as it is.";

    private static readonly byte[] Mark = Guid.Parse("6f6b1c39-5a42-4a0e-9d25-7e84c1b02f77").ToByteArray();

    private readonly GZipStream _unpacked;
    private readonly byte[] _held = new byte[64 * 1024];
    private int _count;
    private bool _ended;

    public GzipText(Stream file) =>
        _unpacked = new(new Followed(file, Packed(Mark)), CompressionMode.Decompress);

    /// <inheritdoc/>
    /// <exception cref="ImportFileException">The file is cut off or damaged.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_count <= Mark.Length && !_ended)
            await FillAsync(cancellationToken);
        var length = Math.Min(buffer.Length, _count - Mark.Length);
        _held.AsMemory(0, length).CopyTo(buffer);
        _count -= length;
        _held.AsSpan(length, _count).CopyTo(_held);
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            var read = await _unpacked.ReadAsync(_held.AsMemory(_count), cancellationToken);
            _count += read;
            _ended = read == 0;
        }
        catch (InvalidDataException)
        {
            throw new ImportFileException(Broken);
        }
        if (_ended && !_held.AsSpan(0, _count).SequenceEqual(Mark))
            throw new ImportFileException(Broken);
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
