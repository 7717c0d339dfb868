using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Pointer">Where in the body (RFC 6901), empty for the whole; absent for a fault outside the
/// body.</param>
/// <param name="Parameter">The faulty part of the path, the query or the headers; absent for a fault in the
/// body.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Message">What is wrong, for people.</param>
public sealed record ProblemError(
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Pointer,
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Parameter,
    string Code,
    string Message)
{
    internal static ProblemError InBody(Fault fault) => new(fault.Pointer, null, fault.Code, fault.Message);

    internal static ProblemError InRequest(string parameter, string code, string message) =>
        new(null, parameter, code, message);
}
