namespace SupplyChain.Tenants;

/// <summary>Makes a tenant, or replaces what is known of it. Safe to repeat.</summary>
/// <param name="Name">What people call it, 1 to 200 characters.</param>
/// <param name="Quotas">How much it may use; null: as much as it likes.</param>
[GenerateSerializer, Immutable, Alias("put-tenant")]
public sealed record PutTenant([property: Id(0)] string Name, [property: Id(1)] TenantQuotas? Quotas = null)
{
    /// <summary>The longest id of a tenant that can be made, in characters.</summary>
    public const int MaxIdLength = 50;

    /// <summary>
    /// Whether a tenant can be made under an id: 1 to 50 characters of <c>a-z 0-9 -</c> that begin with a letter or
    /// digit, because folders and labels of metrics are called by it.
    /// </summary>
    public static bool IsId(TenantId id) =>
        id.Value is { Length: > 0 and <= MaxIdLength } text && text[0] != '-'
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>What is wrong with it; nothing in most cases.</summary>
    /// <param name="id">The tenant that it is for.</param>
    public Items<Fault> Validate(TenantId id)
    {
        var faults = new FaultList();
        faults.RequiredText("name", Name);
        Quotas?.Validate(faults);
        return IsId(id)
            ? faults.All
            : [
                new("", FaultCodes.MalformedId,
                    $"The id '{id}' is not 1 to 50 characters of a-z 0-9 - that begin with a letter or digit."),
                .. faults.All,
            ];
    }
}

/// <summary>The answer to <see cref="PutTenant"/>.</summary>
[GenerateSerializer, Immutable, Alias("tenant-reply")]
public sealed record TenantReply : Reply<TenantDetails>;
