using CapacityBoard.Pages;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPages();

var app = builder.Build();
app.UseClientFiles();
app.MapRazorPages();
app.Run();

public partial class Program;
