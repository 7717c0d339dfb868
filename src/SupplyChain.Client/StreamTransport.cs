using System.IO.Pipelines;

namespace SupplyChain;

/// <summary>A stream as a connection's two pipes.</summary>
internal sealed class StreamTransport(Stream stream) : IDuplexPipe
{
    private const int BytesOfARecord = 16 << 10;

    /// <inheritdoc/>
    public PipeReader Input { get; } = PipeReader.Create(stream, new(bufferSize: BytesOfARecord, leaveOpen: true));

    /// <inheritdoc/>
    public PipeWriter Output { get; } = PipeWriter.Create(stream, new(leaveOpen: true));
}
