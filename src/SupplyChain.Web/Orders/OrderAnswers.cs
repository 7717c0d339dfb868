namespace SupplyChain.Orders;

/// <summary>What a command on an order is answered.</summary>
internal static class OrderAnswers
{
    public static IResult Show(OrderReply reply) => Answers.Reply(reply, order => order.Version);
}
