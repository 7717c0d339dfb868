namespace SupplyChain;

/// <summary>The conditions of a request (RFC 9110 §13.1), as versions: a tag is a version in quotes.</summary>
internal static class Conditions
{
    private const string IfMatch = "If-Match";
    private const string IfNoneMatch = "If-None-Match";

    /// <summary>What has to be true of the entity.</summary>
    /// <exception cref="FaultyRequestException">A header is neither <c>*</c> nor a list of entity tags.</exception>
    public static Precondition Of(HttpRequest request) => new(
        Read(request, IfMatch, weakly: false), Read(request, IfNoneMatch, weakly: true));

    private static Versions? Read(HttpRequest request, string name, bool weakly)
    {
        if (!request.Headers.TryGetValue(name, out var values))
            return null;
        if (EntityTags.TryParse(values.ToString(), out var tags))
            return tags.AreAny ? Versions.Any : Versions.Of(tags.Versions(weakly));
        throw new FaultyRequestException(Problems.Unreadable(
            name, FaultCodes.Invalid, $"'{name}' has to be * or a list of entity tags, such as \"7\"."));
    }
}
