using SupplyChain.Access;
using SupplyChain.Tenants;

namespace SupplyChain.Planner;

/// <summary>
/// What pages say while the actors cannot be asked, and the next event or a click tries again; and when they refuse
/// whoever looks, because the key is another one meanwhile.
/// </summary>
internal static class NodeTrouble
{
    /// <summary>In a sentence.</summary>
    public const string Said = "The node is not answering now.";

    /// <summary>What was asked for takes another role, or a key for more warehouses.</summary>
    public const string Denied = "Your key may not do this.";

    /// <summary>Whether a failure means that, and nothing else.</summary>
    public static bool Is(Exception failure) => failure
        is UnavailableException or BusyException or TimeoutException or AccessDeniedException
        or QuotaExceededException;

    /// <summary>What to say of such a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="unanswered">What to say when there is no answer.</param>
    public static string Say(Exception failure, string unanswered = Said) => failure switch
    {
        AccessDeniedException { IsKnown: true } => Denied,
        QuotaExceededException => failure.Message,
        AccessDeniedException => "Your session ended: the key expired or was revoked. Sign in again.",
        _ => unanswered,
    };
}
