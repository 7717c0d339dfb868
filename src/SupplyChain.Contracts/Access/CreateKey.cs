using SupplyChain.Network;

namespace SupplyChain.Access;

/// <summary>Creates a key.</summary>
/// <param name="Name">
/// Who or what is to use it: 1 to 200 characters that do not end with <see cref="EndOfPeople"/>.
/// </param>
/// <param name="Role">What it may do.</param>
/// <param name="ExpiresInDays">After how many days it is refused, 1 to 3,650; null: it does not expire.</param>
/// <param name="Warehouses">
/// The warehouses that it is limited to, 1 to 100, of a viewer or a planner; none: it is not limited.
/// </param>
[GenerateSerializer, Immutable, Alias("create-key")]
public sealed record CreateKey(
    [property: Id(0)] string Name,
    [property: Id(1)] Role Role,
    [property: Id(2)] int? ExpiresInDays = null,
    [property: Id(3)] Items<WarehouseId> Warehouses = default)
{
    /// <summary>The longest time until a key expires.</summary>
    public const int MaxDays = 3_650;

    /// <summary>
    /// What the names of people end with who sign in by OpenID Connect, and no key's does: histories show names alone.
    /// </summary>
    public const string EndOfPeople = " (OpenID)";

    /// <summary>What is wrong with it; nothing in most cases.</summary>
    public Items<Fault> Validate()
    {
        var faults = new FaultList();
        faults.RequiredText("name", Name);
        if (Name?.TrimEnd().EndsWith(EndOfPeople, StringComparison.OrdinalIgnoreCase) == true)
        {
            faults.Add("name", FaultCodes.Invalid, $"'name' ends with '{EndOfPeople.Trim()}', as a person's does.");
        }
        if (!Enum.IsDefined(Role))
        {
            faults.Add("role", FaultCodes.Required, "'role' is required.");
        }
        if (ExpiresInDays is { } days)
        {
            faults.Range("expiresInDays", days, 1, MaxDays);
        }
        Check(Warehouses, faults);
        return faults.All;
    }

    private void Check(Items<WarehouseId> warehouses, FaultList faults)
    {
        if (warehouses.Count > WarehouseScope.Most)
        {
            faults.Add(
                "warehouses", FaultCodes.OutOfRange, $"'warehouses' has more than {WarehouseScope.Most} elements.");
        }
        if (warehouses.Count > 0 && Enum.IsDefined(Role) && !Role.MayBeLimited())
        {
            faults.Add(
                "warehouses", FaultCodes.Invalid,
                $"A key of the role {Role.ToString().ToLowerInvariant()} is not limited to warehouses: "
                + "only a viewer's or a planner's can be.");
        }
        for (var i = 0; i < warehouses.Count; i++)
        {
            faults.Id($"warehouses/{i}", warehouses[i]);
            if (warehouses.Take(i).Contains(warehouses[i]))
                faults.Add($"warehouses/{i}", FaultCodes.Duplicate, $"'{warehouses[i]}' is named twice.");
        }
    }
}

/// <summary>A new key, with the only copy of its text there is.</summary>
/// <param name="Details">The key.</param>
/// <param name="Key">Its text: <c>sc_</c>, the id, and a secret of 256 bits. It is kept as a digest only.</param>
[GenerateSerializer, Immutable, Alias("created-key")]
public sealed record CreatedKey([property: Id(0)] KeyDetails Details, [property: Id(1)] string Key)
{
    /// <summary>The key without its secret: logs never show it.</summary>
    public override string ToString() => Details.Prefix;
}

/// <summary>The answer to <see cref="CreateKey"/>.</summary>
[GenerateSerializer, Immutable, Alias("created-key-reply")]
public sealed record CreatedKeyReply : Reply<CreatedKey>;
