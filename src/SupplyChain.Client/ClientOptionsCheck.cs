using Microsoft.Extensions.Options;

namespace SupplyChain;

/// <summary>Refuses the options of a program outside; it names each that makes no sense.</summary>
internal sealed class ClientOptionsCheck : IValidateOptions<SupplyChainClientOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SupplyChainClientOptions options)
    {
        var faults = options.Faults(connects: true).ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
