using System.Globalization;
using CiAnon.Diagnostics;
using Microsoft.Build.Framework;

namespace CiAnon.MSBuild;

/// <summary>Runs one piece of work and turns whatever stops it into MSBuild errors with our codes.</summary>
public abstract class CiAnonTask : Microsoft.Build.Utilities.Task, ICancelableTask
{
    public sealed override bool Execute()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            // The command's process knows no culture; MSBuild's may have one, and threads of ours inherit this one.
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            Work();
        }
        catch (Exception exception)
        {
            foreach (var diagnostic in Failure.Of(exception)) Log.Tell(diagnostic);
            // The frames say where; the message might quote what was being worked on.
            if (Failure.Of(exception)[0].Code == DiagnosticCodes.Bug) Log.LogMessage(MessageImportance.High, exception.StackTrace);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
        if (Log.HasLoggedErrors) Stopped();
        return !Log.HasLoggedErrors;
    }

    public abstract void Cancel();

    protected abstract void Work();

    /// <summary>Called when the work ended with an error, be it a warning that the build treats as one.</summary>
    protected virtual void Stopped()
    {
    }
}
