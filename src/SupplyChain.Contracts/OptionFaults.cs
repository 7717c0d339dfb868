using Microsoft.Extensions.Options;

namespace SupplyChain;

/// <summary>
/// How options that a program is configured with are refused: before anything starts, with a message that begins with
/// the setting's name.
/// </summary>
internal static class OptionFaults
{
    /// <summary>Refuses options.</summary>
    /// <param name="isFaulty">Whether what is said is so.</param>
    /// <param name="options">The options.</param>
    /// <param name="what">The setting, its value, and what it is not: "Web:MostCircuits 0 is not from 1 to
    /// 10,000."</param>
    /// <exception cref="OptionsValidationException">It is so.</exception>
    public static void Refuse(bool isFaulty, object options, string what)
    {
        if (!isFaulty)
            return;
        var section = what[..what.IndexOf(':', StringComparison.Ordinal)];
        throw new OptionsValidationException(section, options.GetType(), [what]);
    }
}
