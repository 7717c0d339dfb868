namespace SupplyChain;

/// <summary>An actor that knows whether something happened to its entity already.</summary>
internal interface IKnowsItsPast
{
    /// <summary>Whether its entity has an event.</summary>
    bool HasPast { get; }
}
