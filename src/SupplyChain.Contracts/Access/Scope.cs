namespace SupplyChain.Access;

/// <summary>How a key that is limited to warehouses is limited in a call.</summary>
[GenerateSerializer, Alias("scope")]
public enum Scope
{
    /// <summary>Such a key may not call it.</summary>
    Closed = 0,

    /// <summary>It is the same for every key: it says nothing of warehouses.</summary>
    Everything = 1,

    /// <summary>The answer is cut to the warehouses of the key.</summary>
    ByList = 2,

    /// <summary>An entity of other warehouses is answered as one that does not exist.</summary>
    ByEntity = 3,

    /// <summary>The actor decides by the warehouses that the command touches, before anything is recorded.</summary>
    ByCommand = 4,
}
