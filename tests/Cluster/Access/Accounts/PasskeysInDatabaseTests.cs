using CapacityBoard.Access.Audit;
using CapacityBoard.Support;

namespace CapacityBoard.Access.Accounts;

/// <summary>Passkeys in PostgreSQL, on nodes that share it.</summary>
public sealed class PasskeysInDatabaseTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task GivenPasskeyAddedOnOneNode_WhenAnotherNodeAsks_ThenItSignsInThereUntilItIsRemoved()
    {
        await nodes.A.Member("moving", new Grant(Role.TransferTeam, Scope.Everywhere));
        using var phone = new SoftwarePasskey();
        using var device = new Visitor(nodes.A.Address, name: "moving, tester");
        (await device.AddPasskey(nodes.A.Address, phone.Create(await device.PasskeyOptions(), nodes.A.Address), "Phone")).Said.ShouldContain("Passkey added");
        using var person = new Visitor(nodes.B.Address, name: null);

        (await person.SignInBy(phone, nodes.B.Address, "/freshness")).Path.ShouldBe("/freshness");

        var page = await device.Visit("/account");
        page.Text.ShouldContain("Last used");
        (await device.Send(page, page.FormOf("remove"))).Said.ShouldContain("Passkey removed");
        using var late = new Visitor(nodes.B.Address, name: null);
        (await late.SignInBy(phone, nodes.B.Address)).ErrorSummary.ShouldContain("did not sign you in");
        (await nodes.A.ActsOf("moving, tester")).ShouldBe([Acts.PasskeyAdded, Acts.SignedIn, Acts.PasskeyRemoved]);
    }
}
