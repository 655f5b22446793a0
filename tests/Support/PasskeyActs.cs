using CapacityBoard.Access;
using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Support;

/// <summary>What a browser and its script do with passkeys on the board's pages.</summary>
internal static class PasskeyActs
{
    /// <summary>Creates an account with a password and a second factor.</summary>
    public static async Task Member(this TestBoard board, string userName, params Grant[] grants)
    {
        var id = await board.Account(userName, grants);
        await board.Services.GetRequiredService<AccessStore>().Ask(context => context.Users.Where(account => account.Id == id)
            .ExecuteUpdateAsync(account => account.SetProperty(each => each.TwoFactorEnabled, true)));
    }

    /// <summary>What the server gives the browser to create a passkey, once the password was entered.</summary>
    public static async Task<string> PasskeyOptions(this Visitor device)
    {
        var page = await device.Send(await device.Visit("/account"), "passkey", ("current", GivenAccounts.Password));
        return page.Document.QuerySelector("[data-passkey-new]").ShouldNotBeNull(page.ErrorSummary).GetAttribute("data-passkey-new")!;
    }

    public static async Task<VisitedPage> AddPasskey(this Visitor device, Uri board, string answer, string name = "Phone") =>
        await device.SendFrom(await device.Visit("/account"), board, "/account?handler=AddPasskey", ("credential", answer), ("name", name));

    public static async Task<VisitedPage> SignInBy(this Visitor person, SoftwarePasskey phone, Uri board, string returnTo = "/")
    {
        var page = await person.Visit("/sign-in");
        var options = (await person.Visit("/sign-in?handler=PasskeyOptions")).Html;
        return await person.SendFrom(page, board, $"/sign-in?returnTo={returnTo}&handler=Passkey", ("credential", phone.Sign(options, board)));
    }

    /// <summary>Sends a form as a browser does from a page of the board: with the page's token and origin.</summary>
    public static async Task<VisitedPage> SendFrom(this Visitor person, VisitedPage page, Uri board, string action, params (string Name, string Value)[] fields)
    {
        using var body = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
            .Append(new("__RequestVerificationToken", page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)));
        body.Headers.TryAddWithoutValidation("Origin", board.GetLeftPart(UriPartial.Authority)).ShouldBeTrue();
        return await person.Send(action, body);
    }
}
