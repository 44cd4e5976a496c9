import { notFound } from 'next/navigation'

/** Any other address below a language: our own not-found page instead of the framework's. */
export default function Rest() {
  notFound()
}
