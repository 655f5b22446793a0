using System.Text;
using CapacityBoard.Support;

namespace CapacityBoard.Hardening;

/// <summary>Whoever sends too much is told so, and is heard when they next send something.</summary>
public sealed class BodyLimitTests(TestBoard board) : IClassFixture<TestBoard>
{
    private const string Command = "POST /api/localities/stockport/care-homes/x/confirm-unchanged HTTP/1.1\r\nHost: localhost\r\n";

    [Theory]
    [InlineData("", "application/json", 401)]
    [InlineData("Authorization: Bearer cbk_machine_everything\r\n", "text/plain", 415)]
    [InlineData("Authorization: Bearer cbk_machine_everything\r\n", "application/json", 413)]
    public async Task GivenBodyThatIsTooLarge_WhenItIsRefused_ThenTheNextRequestOnTheConnectionIsAnswered(string caller, string type, int status)
    {
        const int Large = 400_000;
        foreach (var (length, before, after) in new[] { ($"Content-Length: {Large}", "", ""), ("Transfer-Encoding: chunked", $"{Large:x}\r\n", "\r\n0\r\n\r\n") })
        {
            using var connection = new RawConnection(board.Address);

            var refused = await connection.Send(Encoding.ASCII.GetBytes($"{Command}{caller}Content-Type: {type}\r\n{length}\r\n\r\n{before}{new string(' ', Large)}{after}")).Within("answered");
            var next = await connection.Send("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray()).Within("answered");

            (refused.Status, next.Status).ShouldBe((status, 200), length);
        }
    }
}
