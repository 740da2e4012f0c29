namespace Seminar.Themes.EmploymentService.Features.Bodies;

/// <summary>
/// The code of the team's calendar. A calendar program cannot sign in: before the seminar is published, its address has to let it in.
/// Always the same, so that it is copied once.
/// </summary>
internal sealed record ShowCalendarCode : IRequest<string>;

internal sealed class ShowCalendarCodeHandler(IModuleDatabase database) : IRequestHandler<ShowCalendarCode, string>
{
    public async Task<string> Handle(ShowCalendarCode request, CancellationToken cancellationToken) =>
        await database.ReadOneAsync<string>("SELECT code FROM calendar_code", null, cancellationToken) ?? throw new InvalidOperationException("The migration writes the code.");
}
