namespace SupplyChain.Orders;

/// <summary>What an order would get if it were placed now. Nothing is reserved for it.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="Promise">When the last of it would arrive; null when nothing would, or when it is not known.</param>
/// <param name="Rejection">Why it would be rejected; null when it would not.</param>
[SchemaName("QuoteDetails")]
public sealed record QuoteAnswer(Items<QuotedLineAnswer> Lines, DateOnly? Promise, OrderRejectionAnswer? Rejection)
{
    internal static QuoteAnswer Of(QuoteDetails quote) => new(
        quote.Lines.Each(QuotedLineAnswer.Of), quote.Promise, OrderRejectionAnswer.Of(quote.Rejection));
}
