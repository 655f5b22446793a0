using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CapacityBoard.Support;

internal static class GivenForm
{
    /// <summary>A submitted form called "form".</summary>
    public static SentForm With(params (string Name, string Value)[] fields) =>
        new(new FormCollection(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value))));

    public static string? ProblemAt(this SentForm form, string name) =>
        form.Problems.FirstOrDefault(problem => problem.Field == $"form-{name}")?.Message;
}
