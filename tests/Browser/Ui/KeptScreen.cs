using CapacityBoard.Support;

namespace CapacityBoard.Browser.Ui;

/// <summary>One screen for page after page: a new one for each would load, and make ready, the same scripts and styles each time.</summary>
public sealed class KeptScreen(SharedBrowser browser) : IAsyncDisposable
{
    private Person? _person;

    /// <summary>Somebody who may do everything.</summary>
    public async Task<Person> At(Uri board) => _person ??= await Person.Come(browser, board, new(), await Sessions.CookieOf(board));

    public ValueTask DisposeAsync() => _person?.DisposeAsync() ?? ValueTask.CompletedTask;
}
