using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupplyChain.Network;

namespace SupplyChain.Access;

/// <summary>
/// How a token names a person, who has no key: <c>~</c>, which no key's id begins with, the role's number, subject and
/// name in base64url, and in the same way the warehouses that the person is limited to. Nothing of it is looked up, so
/// that it holds until the token is over.
/// </summary>
internal static class PersonText
{
    private const char Mark = '~';
    private const string IdMark = "openid-";

    /// <summary>Whether a token's bearer is a person.</summary>
    public static bool IsOne(string bearer) => bearer.StartsWith(Mark);

    /// <summary>Writes a person.</summary>
    public static string Write(Caller person) => string.Create(
        CultureInfo.InvariantCulture, $"{Mark}{(int)person.Role}.{Encode(person.Subject!)}.{Encode(person.Name)}")
        + (person.Scope.IsLimited ? $".{Encode(string.Join(' ', person.Scope.Warehouses))}" : "");

    /// <summary>Reads a person of a tenant; null when the text is none.</summary>
    public static Caller? Read(TenantId tenant, string bearer) =>
        bearer.TrimStart(Mark).Split('.') is [var number, var subject, var name, .. var more]
        && more.Length < 2 && more.All(warehouses => Base64Url.IsValid(warehouses))
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var role)
        && Enum.IsDefined((Role)role) && Base64Url.IsValid(subject) && Base64Url.IsValid(name)
            ? Of(tenant, Decode(subject), Decode(name), (Role)role) with
            {
                Scope = new(more.SelectMany(listed => Decode(listed).Split(' ')).Select(WarehouseId.Of).ToItems()),
            }
            : null;

    /// <summary>A person as a caller. The id that logs show is made of the subject and does not tell it.</summary>
    public static Caller Of(TenantId tenant, string subject, string name, Role role)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)));
        return new(tenant, $"{IdMark}{digest[..12]}", name, role) { Subject = subject };
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Decode(string text) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
}
