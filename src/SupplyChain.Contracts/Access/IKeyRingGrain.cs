using SupplyChain.Tenants;

namespace SupplyChain.Access;

/// <summary>The keys of a tenant: <c>tenant/keys</c>.</summary>
[GrainInterfaceType("key-ring"), Alias("key-ring"), Needs(Permission.Administer), Scoped(Scope.Closed), Uncounted]
public interface IKeyRingGrain : IGrainWithStringKey
{
    /// <summary>The id of the one actor that a tenant has.</summary>
    const string Id = "keys";

    /// <summary>Creates a key and answers with its text, this once.</summary>
    [Alias("create")] Task<CreatedKeyReply> Create(CreateKey command);

    /// <summary>Revokes a key.</summary>
    [Alias("revoke")] Task<KeyReply> Revoke(RevokeKey command);

    /// <summary>All of them, the newest first; revoked and expired ones included.</summary>
    [Alias("list")] Task<Items<KeyDetails>> List();
}
