namespace SupplyChain.Imports;

/// <summary>A stream, and behind its end some more bytes.</summary>
internal sealed class Followed(Stream first, byte[] then) : ForwardStream
{
    private int _given;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_given == 0 && await first.ReadAsync(buffer, cancellationToken) is var read and > 0)
            return read;
        var length = Math.Min(buffer.Length, then.Length - _given);
        then.AsMemory(_given, length).CopyTo(buffer);
        _given += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            first.Dispose();
        base.Dispose(disposing);
    }
}
