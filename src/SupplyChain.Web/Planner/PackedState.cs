using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace SupplyChain.Planner;

/// <summary>
/// What a page hands to itself when it comes alive, compressed: it is encrypted afterwards, and then nothing between
/// here and the browser can make it smaller.
/// </summary>
internal sealed class PackedState<T> : PersistentComponentStateSerializer<T>
{
    /// <inheritdoc/>
    public override void Persist(T value, IBufferWriter<byte> writer)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            JsonSerializer.Serialize(packing, value, JsonSerializerOptions.Web);
        writer.Write(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    /// <inheritdoc/>
    public override T Restore(ReadOnlySequence<byte> data)
    {
        using var packed = new MemoryStream(data.ToArray());
        using var unpacking = new BrotliStream(packed, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(unpacking, JsonSerializerOptions.Web)!;
    }
}
