namespace SupplyChain;

/// <summary>A node of a fleet and the way to it; it may be dead.</summary>
internal sealed record FleetMember(RunningNode Node, NodeHttp Http, NodeStart Start);
