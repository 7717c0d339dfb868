namespace SupplyChain.Operations;

/// <summary>Something that can be done about an exception at once.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Preview">What that would change, for people; a dry run of the command says it line by line.</param>
[SchemaName("ExceptionFix")]
public sealed record ExceptionFixAnswer(FixAction Action, string Preview)
{
    internal static ExceptionFixAnswer Of(ExceptionFix fix) => new(fix.Action, fix.Preview);
}
