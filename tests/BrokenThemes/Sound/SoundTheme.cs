using Autofac;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Themes.Sound;

/// <summary>Works: what the tests spoil copies of.</summary>
public sealed class SoundTheme : ITheme
{
    public void Register(ContainerBuilder services) => services.RegisterInstance(new Greeter("Bonjour"));

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("bonjour", (Greeter greeter) => Results.Text(greeter.Word)).RequireAuthorization(Access.Read).WithName("greeting");
        pages.MapGet("ouvert-a-personne", () => Results.Text("secret"));
        pages.MapGet("mots", async (IMediator mediator, CancellationToken cancel) =>
            Results.Text(string.Join(',', await mediator.Send(new ListGreetings(), cancel)))).RequireAuthorization(Access.Read);
        pages.MapPost("mots", async Task<IResult> ([FromForm] string? text, IMediator mediator, CancellationToken cancel) =>
        {
            await mediator.Send(new AddGreeting(text ?? ""), cancel);
            return Results.NoContent();
        }).RequireAuthorization(Access.Contribute);
    }
}

public sealed record Greeter(string Word);

internal sealed record ListGreetings : IRequest<IReadOnlyList<string>>;

internal sealed class ListGreetingsHandler(IModuleDatabase database) : IRequestHandler<ListGreetings, IReadOnlyList<string>>
{
    public Task<IReadOnlyList<string>> Handle(ListGreetings request, CancellationToken cancellationToken) =>
        database.ReadAsync<string>("SELECT text FROM greeting ORDER BY id", null, cancellationToken);
}

internal sealed record AddGreeting(string Text) : IRequest<Outcome>;

internal sealed class AddGreetingHandler(IModuleDatabase database) : IRequestHandler<AddGreeting, Outcome>
{
    public async Task<Outcome> Handle(AddGreeting request, CancellationToken cancellationToken)
    {
        var row = new { id = Guid.CreateVersion7(), text = request.Text };
        await database.WriteAsync(connection => connection.Execute("INSERT INTO greeting (id, text) VALUES (@id, @text)", row), cancellationToken);
        return Outcome.Done;
    }
}
