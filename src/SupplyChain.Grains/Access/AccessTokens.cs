using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupplyChain.Journal.PersonalData;
using SupplyChain.Tenants;

namespace SupplyChain.Access;

/// <summary>
/// Gives out tokens and tells whose they are. A token says who, until when and what for, under an HMAC with a key that
/// the nodes of the cluster share through their database; that the key it was given for is still accepted is looked up
/// at each call. A person who signed in without a key is named by the token itself.
/// </summary>
public sealed class AccessTokens(
    ITenantKeys secrets, KeyDirectory keys, TenantDirectory tenants, AccessOptions options, TimeProvider time)
{
    /// <summary>How long a client shows the same token.</summary>
    public static readonly TimeSpan MaxTokenAge = TimeSpan.FromMinutes(5);

    /// <summary>How long a browser stays signed in.</summary>
    public static readonly TimeSpan MaxSessionAge = TimeSpan.FromHours(12);

    private static readonly TimeSpan MaxNodeTokenAge = TimeSpan.FromMinutes(30);
    private const int MaxRemembered = 10_000;

    /// <summary>No tenant has this name: it begins with what no identifier begins with.</summary>
    private static readonly TenantId Nodes = "~nodes";

    private readonly ConcurrentDictionary<string, Claim> _verified = new(StringComparer.Ordinal);
    private volatile Own? _own;

    /// <summary>A token of a key.</summary>
    public ValueTask<string> IssueAsync(TokenUse use, TenantId tenant, KeyId key, DateTimeOffset until) =>
        WriteAsync(new(use, tenant, key.Value, until));

    /// <summary>A token of a caller, who has a key or is a person.</summary>
    public ValueTask<string> IssueAsync(TokenUse use, Caller caller, DateTimeOffset until) => WriteAsync(
        new(use, caller.Tenant, caller.Subject is null ? caller.Key.Value : PersonText.Write(caller), until));

    /// <summary>
    /// Begins the session of a person whom an identity provider knows. No call from outside leads here: only a node
    /// says who signed in.
    /// </summary>
    /// <param name="subject">What the provider calls the person for ever.</param>
    /// <param name="name">The name that histories show as the caller.</param>
    /// <param name="role">What the person may do until the session is over.</param>
    /// <param name="age">For how long, at most <see cref="MaxSessionAge"/>.</param>
    /// <param name="tenant">Whose entities the person works on; null: those of the home tenant.</param>
    /// <returns>The session; null when there is no such tenant.</returns>
    /// <exception cref="UnavailableException">Whether there is such a tenant cannot be read.</exception>
    public async ValueTask<string?> BeginSessionAsync(
        string subject, string name, Role role, TimeSpan age, TenantId? tenant = null) =>
        tenant is { } named && !await tenants.ExistsAsync(named)
            ? null
            : await IssueAsync(
                TokenUse.Session, PersonText.Of(tenant ?? options.Tenant, subject, name, role),
                time.GetUtcNow() + (age < MaxSessionAge ? age : MaxSessionAge));

    /// <summary>Whether a token says that it is a node's; not whether that is true.</summary>
    public static bool IsOfNode(string token) => token.StartsWith((char)TokenUse.Node);

    /// <summary>What a node of the cluster shows to the others.</summary>
    public ValueTask<string> OwnAsync()
    {
        var now = time.GetUtcNow();
        return _own is { } own && now < own.RenewAt ? new(own.Token) : RenewAsync(now);
    }

    /// <summary>Who shows a token, for a use; null when it is none, or none any more.</summary>
    public async ValueTask<Caller?> ReadAsync(string? token, TokenUse use)
    {
        if (token is null || await ClaimOf(token) is not { } claim || time.GetUtcNow() >= claim.Until)
            return null;
        if (claim.Use == TokenUse.Node)
            return use == TokenUse.Call ? Caller.Node : null;
        if (claim.Use != use)
            return null;
        if (PersonText.IsOne(claim.Bearer))
            return PersonText.Read(claim.Tenant, claim.Bearer);
        return keys.Find(claim.Tenant, claim.Bearer) is { } key ? new(claim.Tenant, key.Id, key.Name, key.Role) : null;
    }

    private async ValueTask<string> RenewAsync(DateTimeOffset now)
    {
        var token = await WriteAsync(new(TokenUse.Node, Nodes, "node", now + MaxNodeTokenAge));
        _own = new(token, now + (MaxNodeTokenAge / 2));
        return token;
    }

    private async ValueTask<string> WriteAsync(Claim claim)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{(char)claim.Use}/{claim.Tenant}/{claim.Bearer}/{claim.Until.ToUnixTimeMilliseconds()}");
        return $"{text}/{await SealAsync(claim.Tenant, text)}";
    }

    /// <summary>What a token claims; null when it was not given out here.</summary>
    private async ValueTask<Claim?> ClaimOf(string token)
    {
        if (_verified.TryGetValue(token, out var known))
            return known;
        if (Parse(token) is not var (claim, text, mark)
            || !CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(await SealAsync(claim.Tenant, text)), Encoding.ASCII.GetBytes(mark)))
        {
            return null;
        }
        if (_verified.Count >= MaxRemembered)
            _verified.Clear();
        _verified[token] = claim;
        return claim;
    }

    /// <summary>A tenant that callers made up gets no secret of its own.</summary>
    private bool IsOurs(TenantId tenant) => tenants.Exists(tenant) || tenant == Nodes;

    private (Claim Claim, string Text, string Mark)? Parse(string token)
    {
        var parts = token.Split('/', 5);
        return parts is [[var use], var tenant, var bearer, var until, var mark]
            && Enum.IsDefined((TokenUse)use)
            && IsOurs(tenant) && (PersonText.IsOne(bearer) || Identifier.IsValid(bearer))
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            && ms < EndOfTime
            ? (new((TokenUse)use, tenant, bearer, DateTimeOffset.FromUnixTimeMilliseconds(ms)),
                token[..^(mark.Length + 1)], mark)
            : null;
    }

    private static readonly long EndOfTime = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private async ValueTask<string> SealAsync(TenantId tenant, string text) =>
        (await secrets.GetAsync(tenant)).Digest(Encoding.UTF8.GetBytes($"access-token/{text}"));

    /// <param name="Use">What the token is for.</param>
    /// <param name="Tenant">Whose entities its bearer works on.</param>
    /// <param name="Bearer">The id of a key, or a person.</param>
    /// <param name="Until">When it is over.</param>
    private sealed record Claim(TokenUse Use, TenantId Tenant, string Bearer, DateTimeOffset Until);

    private sealed record Own(string Token, DateTimeOffset RenewAt);
}

/// <summary>What a token is for; the letter it begins with.</summary>
public enum TokenUse
{
    /// <summary>A client's calls.</summary>
    Call = 'c',

    /// <summary>A browser's session.</summary>
    Session = 's',

    /// <summary>A node's calls to other nodes.</summary>
    Node = 'n',
}

/// <summary>Who calls.</summary>
/// <param name="Tenant">Whose entities it works on.</param>
/// <param name="Key">Its key; of a person an id that no key has.</param>
/// <param name="Name">The key's name, or the person's.</param>
/// <param name="Role">What it may do.</param>
public sealed record Caller(TenantId Tenant, KeyId Key, string Name, Role Role)
{
    /// <summary>What the identity provider calls a person; null for a key.</summary>
    public string? Subject { get; init; }

    /// <summary>A node of the cluster: it may call everything.</summary>
    public static Caller Node { get; } = new("~nodes", "node", "node", Role.Admin);
}
