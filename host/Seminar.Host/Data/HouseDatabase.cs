using Seminar.Storage;

namespace Seminar.Host.Data;

/// <summary>Opens a database that the whole house needs, or says which one is in trouble and what to do.</summary>
internal static class HouseDatabase
{
    /// <exception cref="HouseDatabaseException">It is gone, damaged, newer or another module's; it was left as it is.</exception>
    public static ModuleDatabase Open(DataFolder data, string module, string path, MigrationSeries series)
    {
        if (data.Known.IsGone(module, path))
        {
            throw new HouseDatabaseException(data, module, path, "le fichier a disparu", null);
        }

        try
        {
            var database = ModuleDatabase.Open(path, data.BackupsOf(module), series);
            data.Known.Add(module);
            return database;
        }
        catch (MigrationException exception)
        {
            throw new HouseDatabaseException(data, module, path, exception.Message, exception);
        }
    }
}

/// <summary>A database of the house does not open; the message says which and what to do, in French.</summary>
internal sealed class HouseDatabaseException(DataFolder data, string module, string path, string reason, Exception? inner) : Exception(
    $"""
    Seminar ne démarre pas : la base du module « {module} », « {path} », ne s’ouvre pas ({reason.TrimEnd('.')}). Rien n’y a été changé.
    Remettez une sauvegarde : restore FICHIER --module {module} ; celles du programme sont dans « {data.BackupsOf(module)} » et à côté.
    Pour repartir d’une base vide, mettez ce fichier ailleurs s’il est là, et retirez la ligne « {module} » de « {data.KnownDatabases} ».
    """,
    inner);
