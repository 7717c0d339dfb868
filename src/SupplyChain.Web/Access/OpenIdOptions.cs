namespace SupplyChain.Access;

/// <summary>How people sign in with an identity provider. Configuration section <c>Access:OpenId</c>.</summary>
public sealed class OpenIdOptions
{
    /// <summary>The longest session.</summary>
    public static readonly TimeSpan MaxPossibleAge = TimeSpan.FromHours(12);

    /// <summary>Somebody with several roles gets the first of these.</summary>
    private static readonly Role[] ByReach = [Role.Admin, Role.Planner, Role.Operator, Role.Integrator, Role.Viewer];

    /// <summary>
    /// The provider's address, https unless it is on this machine; null: there is no sign-in with a provider.
    /// </summary>
    public string? Authority { get; set; }

    /// <summary>What the provider calls this system.</summary>
    public string? ClientId { get; set; }

    /// <summary>What this system shows the provider.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What the provider is asked for, separated by spaces; <c>openid</c> is among it.</summary>
    public string Scope { get; set; } = "openid profile";

    /// <summary>How people call the provider: "Sign in with …"; 1 to 60 characters.</summary>
    public string Label { get; set; } = "OpenID Connect";

    /// <summary>The claim with the person's name; it should be unique, because histories show it.</summary>
    public string NameClaim { get; set; } = "name";

    /// <summary>The claim whose values decide the role: a text, or several.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>
    /// The claim whose value is the tenant whose entities the person works on, such as <c>organization</c>; null:
    /// people work on those of the home tenant. A person without the claim is refused.
    /// </summary>
    public string? TenantClaim { get; set; }

    /// <summary>For each role the values of the claim that give it, separated by semicolons.</summary>
    public Dictionary<string, string> Roles { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long a session is at most: 1 minute to 12 hours. Only signing out ends it before.</summary>
    public TimeSpan MaxSessionAge { get; set; } = MaxPossibleAge;

    /// <summary>Whether people sign in so.</summary>
    internal bool IsConfigured => Authority is not null;

    /// <summary>Whether the provider is asked over TLS.</summary>
    internal bool IsSecure => Authority!.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The role that values of the claim give; null when they give none.</summary>
    internal Role? RoleOf(IEnumerable<string> values)
    {
        var held = values.ToHashSet(StringComparer.Ordinal);
        return ByReach.Where(role => Roles.TryGetValue(role.ToString(), out var named)
                && named.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Any(held.Contains))
            .Select(role => (Role?)role).FirstOrDefault();
    }

    internal void Check()
    {
        const string section = "Access:OpenId";
        OptionFaults.Refuse(
            Authority is null && (ClientId is not null || ClientSecret is not null || Roles.Count > 0), this,
            $"{section}:Authority is missing, the address of the identity provider.");
        if (!IsConfigured)
            return;
        OptionFaults.Refuse(
            !Uri.TryCreate(Authority, UriKind.Absolute, out var address)
                || (address.Scheme != Uri.UriSchemeHttps
                    && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)),
            this, $"{section}:Authority '{Authority}' is not an https address.");
        OptionFaults.Refuse(ClientId is not { Length: > 0 }, this, $"{section}:ClientId is missing.");
        OptionFaults.Refuse(ClientSecret is not { Length: > 0 }, this, $"{section}:ClientSecret is missing.");
        OptionFaults.Refuse(
            !Scope.Split(' ').Contains("openid"), this, $"{section}:Scope '{Scope}' does not name 'openid'.");
        OptionFaults.Refuse(Label is not { Length: > 0 and <= 60 }, this,
            $"{section}:Label is not 1 to 60 characters.");
        OptionFaults.Refuse(NameClaim.Length == 0 || RoleClaim.Length == 0, this,
            $"{section}:NameClaim and {section}:RoleClaim each name a claim.");
        OptionFaults.Refuse(TenantClaim?.Length == 0, this, $"{section}:TenantClaim names no claim; leave it out.");
        OptionFaults.Refuse(Roles.Count == 0, this,
            $"{section}:Roles names no role, so that nobody could sign in; such as {section}:Roles:Planner=planners.");
        var strange = Roles.Keys.FirstOrDefault(name => !Enum.GetNames<Role>().Contains(name, Roles.Comparer));
        OptionFaults.Refuse(strange is not null, this,
            $"{section}:Roles:{strange} is no role; there are {string.Join(", ", Enum.GetNames<Role>())}.");
        OptionFaults.Refuse(
            MaxSessionAge < TimeSpan.FromMinutes(1) || MaxSessionAge > MaxPossibleAge, this,
            $"{section}:MaxSessionAge {MaxSessionAge} is not from 1 minute to 12 hours.");
    }
}
