using Orleans.Runtime;
using Orleans.Serialization;

namespace SupplyChain;

/// <summary>Failures that pass by themselves: the same call with the same id is safe to repeat.</summary>
internal static class Transient
{
    /// <summary>
    /// What Orleans says, in an exception of no type of its own, when the last silo that knows the kind of an actor is
    /// leaving: while a release is taken back, until the others have taken its place.
    /// </summary>
    private const string NoSiloKnowsIt = "No active nodes are compatible";

    public static bool Is(Exception failure) => failure
        is BusyException
        or UnavailableException
        or TimeoutException
        or OperationCanceledException // Orleans gave the message up, for example while it looked for a place.
        or OrleansMessageRejectionException
        or ClientNotAvailableException
        or GatewayTooBusyException
        or LimitExceededException
        or Orleans.Runtime.Messaging.ConnectionFailedException
        // The answer was an exception of a library below Orleans, which could not be sent or read.
        or CodecNotFoundException
        or UnavailableExceptionFallbackException
        || (failure is OrleansException && failure.Message.StartsWith(NoSiloKnowsIt, StringComparison.Ordinal));

    /// <summary>What the caller gets to see when there is no time left to repeat it.</summary>
    public static Exception Surface(string name, Exception failure) => failure switch
    {
        BusyException or UnavailableException => failure,
        _ => new UnavailableException($"{name} was not answered in time; repeating it with the same id is safe."),
    };
}
