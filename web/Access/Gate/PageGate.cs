using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CapacityBoard.Access.Gate;

/// <summary>
/// Asks the rule of a page's form before it does anything. It goes by the handler that was chosen, not by what the address
/// says of it. What it refuses, or the handler itself, is noted.
/// </summary>
internal sealed class PageGate(Refusals refusals) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var isForm = context.HandlerMethod is { } handler && !HttpMethods.IsGet(handler.HttpMethod);
        var rule = isForm ? RuleOf(context) : null;
        if (isForm && rule?.Allows(context.HttpContext) != true)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
            await refusals.Note(context.HttpContext, rule);
        }
        else if ((await next()).Result is StatusCodeResult { StatusCode: StatusCodes.Status403Forbidden })
        {
            await refusals.Note(context.HttpContext, rule);
        }
    }

    private static AccessRule? RuleOf(PageHandlerExecutingContext context) => context.HandlerMethod is { } handler
        ? AccessTable.Find(EndpointName.OfForm(context.ActionDescriptor.ViewEnginePath, handler.HttpMethod, handler.Name))
        : null;
}
