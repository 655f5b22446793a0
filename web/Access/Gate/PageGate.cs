using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CapacityBoard.Access.Gate;

/// <summary>
/// Checks the rule of a page's form before its handler runs. It uses the handler that was actually chosen, not what the address
/// claims. Refusals, by it or by the handler, are logged.
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
