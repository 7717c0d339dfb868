using System.Text;
using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Orders;
using SupplyChain.Transfers;
using Xunit;

namespace SupplyChain;

/// <summary>
/// The canonical form of documents, pinned: what is written here is what the digests in every journal were made of.
/// A change of these texts (their line breaks do not count) makes a repeat of last month's order a conflict.
/// </summary>
public sealed class CanonicalFormTests
{
    private static readonly OccurredAt Then = new DateTimeOffset(2026, 2, 3, 5, 6, 7, 125, TimeSpan.FromHours(1));

    public static TheoryData<string, string> Pinned => new()
    {
        {
            Text(Order.CanonicalV1(new PlaceOrder("ACME", new("DE"), [new(1, "SKU", 2)]))),
            """
            {"customer":"ACME","shipTo":{"country":"DE"},"lines":[{"line":1,"sku":"SKU","quantity":2}],
            "priority":3,"occurredAt":{"isUnknown":false},"policy":{"shipComplete":false,"allowSplit":true,
            "allowBackorder":true}}
            """
        },
        {
            Text(Order.CanonicalV1(new PlaceOrder(
                "ACME", new("DE", 53.55, -9.999999, "DEHAM", "Löwe & Söhne", "Kai 7\n“B”"),
                [
                    new(20, "B", 7, "HAM", new(2026, 3, 4), new(12.50m, "EUR")),
                    new(3, "A", 1_000_000_000, null, null, new(0m, "JPY")),
                ],
                1, new(2026, 3, 5), Then, new(true, false, false, 2)))),
            """
            {"customer":"ACME","shipTo":{"country":"DE","latitude":53.55,"longitude":-9.999999,
            "unlocode":"DEHAM","name":"Löwe & Söhne","address":"Kai 7\n“B”"},"lines":[{"line":3,"sku":"A",
            "quantity":1000000000,"value":{"amount":0,"currency":"JPY"}},{"line":20,"sku":"B","quantity":7,
            "warehouse":"HAM","requestedBy":"2026-03-04","value":{"amount":12.5,"currency":"EUR"}}],
            "priority":1,"requestedBy":"2026-03-05","occurredAt":{"instant":"2026-02-03T04:06:07.125+00:00",
            "isUnknown":false},"policy":{"shipComplete":true,"allowSplit":false,"allowBackorder":false,
            "maxShipments":2}}
            """
        },
        {
            Text(Receipt.CanonicalV1(new RecordReceipt("HAM", [new("B", 7), new("A", 1)], OccurredAt.Unknown))),
            """
            {"warehouse":"HAM","lines":[{"sku":"B","quantity":7},{"sku":"A","quantity":1}],"occurredAt":{
            "isUnknown":true}}
            """
        },
        {
            Text(Adjustment.CanonicalV1(new RecordAdjustment("HAM", "A", -5, "gebrochen <2>", Then))),
            """
            {"warehouse":"HAM","sku":"A","delta":-5,"reason":"gebrochen <2>","occurredAt":{
            "instant":"2026-02-03T04:06:07.125+00:00","isUnknown":false}}
            """
        },
        {
            Text(Transfer.CanonicalV1(new RequestTransfer("HAM", "MUC", [new("B", 7), new("A", 1)]))),
            """
            {"from":"HAM","to":"MUC","lines":[{"sku":"B","quantity":7},{"sku":"A","quantity":1}],"priority":3}
            """
        },
        {
            Text(Transfer.CanonicalV1(new RequestTransfer("HAM", "MUC", [new("A", 1)], 1, new(2026, 3, 5)))),
            """
            {"from":"HAM","to":"MUC","lines":[{"sku":"A","quantity":1}],"priority":1,"requestedBy":"2026-03-05"}
            """
        },
        {
            Text(Transfer.CanonicalV1(new ReceiveTransfer("R-1", [new(2, 0), new(1, 3)], Final: true, Then))),
            """
            {"lines":[{"line":1,"quantity":3},{"line":2,"quantity":0}],"final":true,"occurredAt":{
            "instant":"2026-02-03T04:06:07.125+00:00","isUnknown":false}}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Pinned))]
    public void Is_written_for_ever_as_it_was(string canonical, string pinned) =>
        canonical.Should().Be(pinned.ReplaceLineEndings(""));

    private static string Text(byte[] canonical) => Encoding.UTF8.GetString(canonical);
}
