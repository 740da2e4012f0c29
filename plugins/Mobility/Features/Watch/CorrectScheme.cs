using Dapper;

namespace Seminar.Themes.Mobility.Features.Watch;

/// <summary>Corrects what is written of a scheme.</summary>
/// <param name="Id">The scheme.</param>
/// <param name="Form">What it should say.</param>
/// <param name="Before">What the writer had in front of them, as <see cref="SchemeView.AsShown"/> tells it.</param>
internal sealed record CorrectScheme(Guid Id, SchemeForm Form, string? Before) : IRequest<Outcome>;

internal sealed class CorrectSchemeHandler(IModuleDatabase database) : IRequestHandler<CorrectScheme, Outcome>
{
    public Task<Outcome> Handle(CorrectScheme request, CancellationToken cancellationToken)
    {
        var rules = new FormRules();
        var text = request.Form.Read(rules, $"{request.Id}-");
        return WriteAsync(request, text, rules.Outcome, cancellationToken);
    }

    private Task<Outcome> WriteAsync(CorrectScheme request, SchemeText text, Outcome read, CancellationToken cancel) => database.WriteAsync(
        connection =>
        {
            var stored = connection.QueryFirstOrDefault<SchemeView>(ShowWatchHandler.SchemeSql + " WHERE id = @Id", new { request.Id });
            if (stored is null)
            {
                return Outcome.Refused("", "Quelqu’un a retiré ce dispositif entre-temps\u00A0: ce que vous aviez écrit est dans le formulaire d’ajout.");
            }

            // Sent twice, it is written once.
            var written = new SchemeView(request.Id, text.Name, text.Source, text.Owner, text.CheckAgainOn);
            if (stored.AsShown != request.Before && stored != written)
            {
                return Outcome.Refused(
                    $"{request.Id}-name", $"Quelqu’un a écrit entre-temps\u00A0: «\u00A0{stored.AsShown}\u00A0». Votre texte est dans les cadres. Reprenez-en ce qu’il faut, puis enregistrez.");
            }

            // Only now: the form comes back with what is stored, which must be what the writer knows of.
            if (!read.Accepted)
            {
                return read;
            }

            connection.Execute(
                "UPDATE scheme SET name = @Name, source = @Source, owner = @Owner, check_again_on = @CheckAgainOn WHERE id = @Id",
                written);
            return Outcome.Done;
        },
        cancel);
}
