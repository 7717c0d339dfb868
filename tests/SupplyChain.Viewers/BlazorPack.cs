using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace SupplyChain;

/// <summary>
/// The protocol of Blazor's hub: MessagePack under a name of its own. What a call says that is not understood would
/// only be logged by the client; here it counts as a failure.
/// </summary>
internal sealed class BlazorPack(Tally tally) : IHubProtocol
{
    private readonly MessagePackHubProtocol _packed = new();

    /// <inheritdoc/>
    public string Name => "blazorpack";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public TransferFormat TransferFormat => TransferFormat.Binary;

    /// <inheritdoc/>
    public bool IsVersionSupported(int version) => version == Version;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => _packed.GetMessageBytes(message);

    /// <inheritdoc/>
    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => _packed.WriteMessage(message, output);

    /// <inheritdoc/>
    public bool TryParseMessage(
        ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        var before = input.Length;
        var isWhole = _packed.TryParseMessage(ref input, binder, out message);
        if (isWhole)
            tally.Came(before - input.Length);
        if (message is InvocationBindingFailureMessage failure)
            tally.Failed($"{failure.Target}: {failure.BindingFailure.SourceException.Message}");
        return isWhole;
    }
}
