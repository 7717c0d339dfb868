namespace SupplyChain;

/// <summary>Stands between a program and its calls, so that a test can make them fail as a network does.</summary>
internal interface ICallEdge
{
    /// <summary>Makes a call, or does not.</summary>
    /// <param name="call">Its name, as metrics have it: <c>order.place</c>.</param>
    /// <param name="send">Makes it, repetitions included.</param>
    Task<T> CallAsync<T>(string call, Func<Task<T>> send);
}
