using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestIdTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Theory]
    [InlineData("PUT", "products/AB%2F12", "sku", "AB~2F12")]
    [InlineData("PUT", "products/AB%2f12%20%C3%BC", "sku", "AB~2F12~20~C3~BC")]
    [InlineData("PUT", "products/AB%252F12", "sku", "AB~252F12")]
    [InlineData("PUT", "orders/A%20B", "number", "A~20B")]
    [InlineData("PUT", "orders/A+B", "number", "A~2BB")]
    [InlineData("GET", "orders/AB/12", "number", "AB~2F12")]
    [InlineData("PUT", "orders/AB/12", "number", "AB~2F12")]
    [InlineData("POST", "orders/AB/12/cancel", "number", "AB~2F12")]
    [InlineData("PUT", "receipts/2026/R/1", "id", "2026~2FR~2F1")]
    [InlineData("PUT", "shipments/S-1/milestones/M/1", "milestoneId", "M~2F1")]
    [InlineData("GET", "stock/AB/12/HAM/ledger", "sku", "AB~2F12")]
    [InlineData("GET", "stock?sku=AB%2F12", "sku", "AB~2F12")]
    [InlineData("PUT", "warehouses/.north", "id", "x~.north")]
    public async Task The_first_error_says_how_an_id_of_the_outside_world_is_written(
        string method, string path, string parameter, string mapped)
    {
        var answer = await node.SendAsync(method, path, method == "GET" ? null : """{"description":"Pump"}""");
        answer.ShouldBeProblem(400, "bad-request").Errors.Should().Equal(($"parameter {parameter}", "malformed-id"));
        answer["errors"][0].GetProperty("message").GetString().Should().Contain($"use '{mapped}'");
    }

    [Fact]
    public async Task An_id_in_a_body_is_explained_as_well()
    {
        var answer = await node.SendAsync("PUT", $"receipts/{_world.Id("R")}", """
            {"warehouse":"Köln","lines":[{"sku":"AB/12 ü","quantity":1}]}
            """);
        answer.ShouldBeProblem(400, "bad-request");
        answer["errors"].EnumerateArray().Select(error => error.GetProperty("message").GetString()).Should().Equal(
            "'warehouse' holds characters an id cannot have; use 'K~C3~B6ln' "
            + "(each other byte of its UTF-8 text as ~ and two hex digits).",
            "'sku' holds characters an id cannot have; use 'AB~2F12~20~C3~BC' "
            + "(each other byte of its UTF-8 text as ~ and two hex digits).");
    }

    [Fact]
    public async Task The_id_that_is_proposed_is_taken()
    {
        var sku = Identifier.Map($"{_world.Id("Schraube")}/M8 ü");
        (await node.SendAsync("PUT", $"products/{sku}", """{"description":"Schraube"}""")).Should(201);
        (await node.SendAsync("GET", $"products/{sku}"))["sku"].GetString().Should().Be(sku);
    }

    [Fact]
    public async Task A_path_that_means_nothing_is_not_found() =>
        (await node.SendAsync("GET", "nowhere/AB/12")).ShouldBeProblem(404, "not-found");
}
