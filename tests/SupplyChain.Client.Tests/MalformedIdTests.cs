namespace SupplyChain;

public sealed class MalformedIdTests
{
    private const string Proposal = "use 'AB~2F12' (each other byte of its UTF-8 text as ~ and two hex digits)";

    /// <summary>No actor is asked: a malformed id is found before.</summary>
    private readonly SupplyChainClient _chain = SupplyChainClient.Over(
        null!, new SupplyChainClientOptions { Tenant = "demo" }, TimeProvider.System);

    [Fact]
    public async Task A_command_under_an_id_of_the_outside_world_is_told_which_id_to_use()
    {
        var reply = await _chain.Inventory.PutProductAsync("AB/12", new("Pump"));
        reply.Status.Should().Be(ReplyStatus.Invalid);
        var fault = reply.Faults.Should().ContainSingle().Subject;
        fault.Code.Should().Be(FaultCodes.MalformedId);
        fault.Message.Should().Contain(Proposal);
    }

    [Fact]
    public async Task A_command_that_names_such_an_id_is_told_the_same()
    {
        var reply = await _chain.Inventory.RecordReceiptAsync("R-1", new("HAM", [new("AB/12", 1)]));
        reply.Faults.Should().ContainSingle().Which.Should().Match<Fault>(
            fault => fault.Pointer == "/lines/0/sku" && fault.Message.Contains(Proposal));
    }

    [Fact]
    public async Task A_question_about_such_an_id_is_a_mistake_of_the_program()
    {
        Func<Task>[] questions =
        [
            () => _chain.Inventory.GetProductAsync("AB/12"),
            () => _chain.Orders.GetAsync("AB/12"),
            () => _chain.Inventory.GetStockAsync("AB/12"),
            () => _chain.Inventory.LedgerPageAsync(new("AB/12", "HAM"), new()),
            () => _chain.Warehouses.GetAsync("AB/12"),
        ];
        foreach (var question in questions)
            (await question.Should().ThrowAsync<ArgumentException>()).WithMessage($"*{Proposal}*");
    }
}
